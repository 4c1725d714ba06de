import type { TypeDefinition } from './definition.ts';
import { boolean, choice, entity, identifier, many, number, ours, phone, sensitive, text } from './property.ts';
import { interval, value } from './shared.ts';

/** Ties folded from events that come by the million. */
export const eventTieTypes = {
  Call: {
    name: 'Call',
    label: { zh: '通话', en: 'Call' },
    plural: { zh: '通话', en: 'Calls' },
    extension: false,
    class: 'tie',
    // edge: CALLER called RECEIVER (FollowTheMoney names the ends but keeps Call as no edge)
    edge: { source: 'caller', target: 'receiver', directed: true },
    properties: {
      ...interval,
      caller: entity('主叫人', 'Caller'),
      callerNumber: phone('主叫号码', "Caller's number"),
      receiver: many(entity('被叫人', 'Receiver')),
      receiverNumber: many(phone('被叫号码', "Receiver's number")),
      duration: number('时长（秒）', 'Duration in seconds'),
      callKind: ours(choice('callKind', '通信类别', 'Kind of call')),
      count: ours(number('次数', 'Count')),
    },
  },
  Payment: {
    name: 'Payment',
    label: { zh: '付款', en: 'Payment' },
    plural: { zh: '付款', en: 'Payments' },
    extension: false,
    class: 'tie',
    // edge: PAYER paid BENEFICIARY
    edge: { source: 'payer', target: 'beneficiary', directed: true },
    properties: {
      ...interval,
      ...value,
      payer: entity('付款方', 'Payer'),
      payerAccount: entity('付款账户', 'Payer bank account'),
      beneficiary: entity('收款方', 'Beneficiary'),
      beneficiaryAccount: entity('收款账户', 'Beneficiary bank account'),
      purpose: text('摘要', 'Payment purpose'),
      programme: text('付款项目', 'Payment programme'),
      transactionNumber: sensitive(identifier('交易流水号', 'Transaction number')),
      sequenceNumber: text('序号', 'Sequence number'),
      channel: ours(text('渠道', 'Channel')),
      count: ours(number('次数', 'Count')),
    },
  },
  CoPresence: {
    name: 'CoPresence',
    label: { zh: '同行同住', en: 'Co-presence' },
    plural: { zh: '同行同住', en: 'Co-presences' },
    extension: true,
    class: 'tie',
    edge: { source: 'person', target: 'other', directed: false },
    properties: {
      ...interval,
      person: ours(entity('人员', 'Person')),
      other: ours(entity('同行人', 'Other person')),
      eventId: ours(identifier('事件编号', 'Event')),
      copresenceKind: ours(choice('copresenceKind', '同行类别', 'Kind of co-presence')),
      place: ours(text('地点', 'Place')),
      onDuty: ours(boolean('公务', 'On duty')),
      count: ours(number('次数', 'Count')),
    },
  },
} as const satisfies Record<string, TypeDefinition>;
