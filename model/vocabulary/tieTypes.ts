import { eventTieTypes } from './types/eventTieTypes.ts';
import { matterTieTypes } from './types/matterTieTypes.ts';
import { relationTypes } from './types/relationTypes.ts';

export const tieTypes = { ...relationTypes, ...eventTieTypes, ...matterTieTypes };
