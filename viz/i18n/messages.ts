import type { Words } from '../../model/vocabulary/words.ts';
import { boardMessages } from './messages/board.ts';
import { commonMessages } from './messages/common.ts';
import { evidenceMessages } from './messages/evidence.ts';
import { exportMessages } from './messages/export.ts';
import { frameMessages } from './messages/frame.ts';
import { importMessages } from './messages/import.ts';
import { officialMessages } from './messages/official.ts';
import { problemMessages } from './messages/problem.ts';
import { screeningMessages } from './messages/screening.ts';
import { searchMessages } from './messages/search.ts';
import { snapshotMessages } from './messages/snapshot.ts';

/** Every text of the viewer in both languages. Words of the vocabulary (types, kinds, values) come from model/. */
export const messages = {
  ...commonMessages,
  ...frameMessages,
  ...problemMessages,
  ...searchMessages,
  ...boardMessages,
  ...evidenceMessages,
  ...officialMessages,
  ...screeningMessages,
  ...importMessages,
  ...snapshotMessages,
  ...exportMessages,
} as const satisfies Record<string, Words>;

export type MessageKey = keyof typeof messages;
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(messages, key);
