import type { TypeDefinition } from './definition.ts';
import { boolean, choice, entity, money, number, ours, sensitive, text } from './property.ts';
import { interest, interval } from './shared.ts';

/** Ties to a case, a decision, a tender or an operation. */
export const matterTieTypes = {
  CourtCaseParty: {
    name: 'CourtCaseParty',
    label: { zh: '涉案关系', en: 'Case party' },
    plural: { zh: '涉案关系', en: 'Case parties' },
    extension: false,
    class: 'tie',
    // edge: PARTY is involved in CASE
    edge: { source: 'party', target: 'case', directed: true },
    properties: {
      ...interest,
      party: entity('涉案人', 'Party'),
      case: entity('案件', 'Case'),
      role: choice('caseRole', '涉案角色', 'Role in the case'),
      priors: ours(number('前科次数', 'Prior convictions')),
      pleaded: ours(boolean('认罪认罚', 'Pleaded')),
      restitution: ours(text('退赔', 'Restitution')),
      illness: sensitive(ours(text('患病', 'Illness'))),
    },
  },
  DecisionLink: {
    name: 'DecisionLink',
    label: { zh: '决定关联', en: 'Decision link' },
    plural: { zh: '决定关联', en: 'Decision links' },
    extension: true,
    class: 'tie',
    // edge: DECISION concerns LINKED: its case, party, handler, approver or asker, as `role` says
    edge: { source: 'decision', target: 'linked', directed: true },
    properties: {
      ...interval,
      decision: ours(entity('办案决定', 'Decision')),
      linked: ours(entity('关联对象', 'Linked to')),
      role: ours(choice('decisionRole', '在决定中的角色', 'Role in the decision')),
    },
  },
  TenderLink: {
    name: 'TenderLink',
    label: { zh: '招标关联', en: 'Tender link' },
    plural: { zh: '招标关联', en: 'Tender links' },
    extension: true,
    class: 'tie',
    // edge: PARTY takes part in TENDER: buyer, official in charge or bidder, as `role` says
    edge: { source: 'party', target: 'tender', directed: true },
    properties: {
      ...interval,
      party: ours(entity('参与方', 'Party')),
      tender: ours(entity('招标项目', 'Tender')),
      role: ours(choice('tenderRole', '在招标中的角色', 'Role in the tender')),
    },
  },
  Bid: {
    name: 'Bid',
    label: { zh: '投标', en: 'Bid' },
    plural: { zh: '投标', en: 'Bids' },
    extends: 'TenderLink',
    extension: true,
    class: 'tie',
    // edge: PARTY, a company, bids for TENDER
    edge: { source: 'party', target: 'tender', directed: true },
    properties: {
      amount: ours(money('报价', 'Amount')),
      won: ours(boolean('中标', 'Won')),
    },
  },
  OperationTarget: {
    name: 'OperationTarget',
    label: { zh: '行动对象', en: 'Operation target' },
    plural: { zh: '行动对象', en: 'Operation targets' },
    extension: true,
    class: 'tie',
    // edge: OPERATION is against TARGET
    edge: { source: 'operation', target: 'target', directed: true },
    properties: {
      ...interest,
      operation: ours(entity('专项行动', 'Operation')),
      target: ours(entity('行动对象', 'Target')),
    },
  },
  Awareness: {
    name: 'Awareness',
    label: { zh: '知悉行动', en: 'Awareness' },
    plural: { zh: '知悉行动', en: 'Awareness' },
    extension: true,
    class: 'tie',
    // edge: PERSON knew of OPERATION, from `startDate` on
    edge: { source: 'person', target: 'operation', directed: true },
    properties: {
      ...interest,
      person: ours(entity('知悉人', 'Person')),
      operation: ours(entity('专项行动', 'Operation')),
    },
  },
} as const satisfies Record<string, TypeDefinition>;
