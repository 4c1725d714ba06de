import { choiceColumn, column, reference, required } from './column.ts';
import type { BundleFile } from './definition.ts';

// Not `required`: one approval for the whole file may be given beside it. A row with neither has no basis.
const approval = reference('approval_id', 'approval');

/** Accounts, phones and events: each row rests on an approval. */
export const restrictedFiles = {
  accounts: {
    name: 'accounts',
    file: 'accounts.csv',
    label: { zh: '银行账户', en: 'Bank accounts' },
    makes: 'entity',
    types: ['BankAccount', 'Ownership'],
    columns: [
      column('number', 'id', { zh: '账号', property: 'accountNumber', ...required }),
      reference('holder_id', 'party', required),
      column('bank', 'text', { property: 'bankName' }),
      column('from', 'date', { property: 'startDate' }),
      column('to', 'date', { property: 'endDate' }),
      approval,
    ],
  },
  phones: {
    name: 'phones',
    file: 'phones.csv',
    label: { zh: '电话号码', en: 'Phones' },
    makes: 'entity',
    types: ['Phone', 'PhoneUse'],
    columns: [
      column('number', 'id', { zh: '号码', property: 'number', ...required }),
      reference('person_id', 'person', required),
      column('device', 'text', { property: 'device' }),
      column('from', 'date', { property: 'startDate' }),
      column('to', 'date', { property: 'endDate' }),
      approval,
    ],
  },
  calls: {
    name: 'calls',
    file: 'calls.csv',
    label: { zh: '通话记录', en: 'Calls' },
    makes: 'event',
    types: ['Call'],
    columns: [
      reference('from_id', 'any', required),
      reference('to_id', 'any', required),
      column('at', 'datetime', { property: 'date', ...required }),
      column('seconds', 'integer', { property: 'duration' }),
      choiceColumn('kind', 'callKind', { property: 'callKind' }),
      column('count', 'integer', { property: 'count' }),
      approval,
    ],
  },
  payments: {
    name: 'payments',
    file: 'payments.csv',
    label: { zh: '资金流水', en: 'Payments' },
    makes: 'event',
    types: ['Payment'],
    columns: [
      reference('payer_id', 'any', required),
      reference('payee_id', 'any', required),
      column('at', 'datetime', { property: 'date', ...required }),
      column('amount', 'money', { property: 'amount', ...required }),
      column('channel', 'text', { property: 'channel' }),
      column('memo', 'text', { property: 'purpose' }),
      approval,
    ],
  },
  copresence: {
    name: 'copresence',
    file: 'copresence.csv',
    label: { zh: '同行同住', en: 'Co-presence' },
    makes: 'event',
    types: ['CoPresence'],
    columns: [
      column('event_id', 'id', { property: 'eventId', ...required }),
      reference('person_id', 'person', required),
      choiceColumn('kind', 'copresenceKind', { property: 'copresenceKind' }),
      column('place', 'text', { property: 'place' }),
      column('from', 'datetime', { property: 'startDate' }),
      column('to', 'datetime', { property: 'endDate' }),
      column('on_duty', 'boolean', { property: 'onDuty' }),
      approval,
    ],
  },
} as const satisfies Record<string, BundleFile>;
