import type { AgencyFormatName } from '../../../model/vocabulary/agency.ts';
import type { Entry, EntryFault, EntryLeftOut, ReadEntry } from './entry.ts';
import type { Layout } from './layout.ts';
import { callReader } from './readCall.ts';
import { flowReader } from './readFlow.ts';
import type { Line } from './records.ts';

/** How a format becomes files of the bundle: events, and who holds the numbers. */
export interface AgencyPlan {
  readonly format: AgencyFormatName;
  readonly space: 'account' | 'phone';
  readonly reader: (layout: Layout) => ReadEntry;
  readonly events: {
    readonly file: 'payments' | 'calls';
    /** The two ends, then what `Entry.cells` holds. */
    readonly columns: readonly string[];
    /** Role of the sender's column behind each of the latter. */
    readonly roles: Readonly<Record<string, readonly string[]>>;
  };
  readonly holders: { readonly file: 'accounts' | 'phones'; readonly columns: readonly string[] };
}

export const agencyPlans: Readonly<Record<AgencyFormatName, AgencyPlan>> = {
  'bank-flow': {
    format: 'bank-flow',
    space: 'account',
    reader: flowReader,
    events: {
      file: 'payments',
      columns: ['payer_id', 'payee_id', 'at', 'amount', 'channel', 'memo'],
      roles: { at: ['time', 'date'], amount: ['amount', 'amountOut'], channel: ['channel'], memo: ['memo'] },
    },
    holders: { file: 'accounts', columns: ['number', 'holder_id', 'bank'] },
  },
  'call-record': {
    format: 'call-record',
    space: 'phone',
    reader: callReader,
    events: {
      file: 'calls',
      columns: ['from_id', 'to_id', 'at', 'seconds', 'kind'],
      roles: { at: ['callTime', 'smsTime'], seconds: ['seconds'], kind: ['kind'] },
    },
    holders: { file: 'phones', columns: ['number', 'person_id'] },
  },
};

/** Roles of free text: a sign lost in them (banks cut texts by the byte) loses nothing that is counted or joined by. */
const freeText: ReadonlySet<string> = new Set(['memo', 'channel', 'ownName', 'otherName', 'ownBank', 'otherBank']);

/** How the lines of one table are understood. */
export function entryReader(plan: AgencyPlan, layout: Layout): (line: Line) => Entry | EntryFault | EntryLeftOut {
  const read = plan.reader(layout);
  const strict = [...layout.at].filter(([role]) => !freeText.has(role));
  return ({ cells, bad }) => {
    const broken = bad ? strict.find(([, index]) => cells[index]?.includes('\uFFFD')) : undefined;
    return broken === undefined ? read(cells) : { fault: 'not_utf8', role: broken[0] };
  };
}

/** The sender's headers by our columns, for rows that went each way: what a reject names is the column that the sender knows. */
export function fieldsOf(plan: AgencyPlan, { headers, at }: Layout): Record<'out' | 'in', ReadonlyMap<string, string>> {
  const own = headers.get(at.has('ownCard') ? 'ownCard' : at.has('ownAccount') ? 'ownAccount' : 'own');
  const other = headers.get('other');
  const [from = '', to = ''] = plan.events.columns;
  const shared = Object.entries(plan.events.roles).flatMap(([column, roles]): [string, string][] => {
    const header = roles.map((role) => headers.get(role)).find((one) => one !== undefined);
    return header === undefined ? [] : [[column, header]];
  });
  const named = (column: string, header: string | undefined): [string, string][] =>
    header === undefined ? [] : [[column, header]];
  return {
    out: new Map([...shared, ...named(from, own), ...named(to, other)]),
    in: new Map([...shared, ...named(from, other), ...named(to, own)]),
  };
}
