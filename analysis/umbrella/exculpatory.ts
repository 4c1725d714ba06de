import type { Words } from '../../model/vocabulary/words.ts';
import { type Context, sortedIds } from './context.ts';
import type { OfficialFact } from './facts.ts';
import type { Group } from './groups.ts';
import type { Part } from './indicator.ts';
import { rules } from './rules.ts';

/** What speaks for the person: asked for as much as what speaks against. */
export interface ClearingItem {
  readonly id: string;
  readonly text: Words;
  readonly evidence: readonly string[];
}

const disclosureWords: Readonly<Record<string, Words>> = {
  interference: { zh: '曾主动登记干预过问。', en: 'Registered an interference unasked.' },
  personal_matters: { zh: '曾报告个人有关事项。', en: 'Reported personal matters.' },
  gift: { zh: '曾上交或报告礼品礼金。', en: 'Reported or handed in a gift.' },
  kin_business: { zh: '曾报告亲属经商。', en: 'Reported a business of kin.' },
};

export function clearingItems(
  context: Context,
  official: OfficialFact,
  groups: readonly Group[],
  parts: readonly Part[],
): ClearingItem[] {
  const items: ClearingItem[] = [];
  const members = sortedIds(groups.flatMap((group) => [...group.members]));
  for (const part of parts) {
    for (const one of part.innocent) {
      if (one.holds && one.id !== 'duty' && one.id !== 'many_knew')
        items.push({ id: `${part.id}:${one.id}`, text: { zh: one.zh, en: one.en }, evidence: one.evidence });
    }
  }
  const full = (id: Part['id']): Part | undefined =>
    parts.find((part) => part.id === id && part.coverage === 1 && part.observed === 0);
  if (full('I1b') !== undefined) {
    items.push({
      id: 'no_contact',
      text: {
        zh: '全部团伙嫌疑人的记录均已调取，未见非公务联系。',
        en: 'The records of all of the suspects were obtained and show no contact outside duty.',
      },
      evidence: sortedIds(members.flatMap((id) => context.obtainedOf(id, 'calls').flatMap((one) => one.assertions))),
    });
  }
  if (full('I12') !== undefined) {
    items.push({
      id: 'no_payments',
      text: {
        zh: '相关银行记录均已调取，未见团伙向本人或近亲属的按月付款。',
        en: 'The bank records concerned were obtained and show no regular payments to this person or closest kin.',
      },
      evidence: sortedIds(
        [official.id, ...members].flatMap((id) => context.obtainedOf(id, 'bank').flatMap((one) => one.assertions)),
      ),
    });
  }
  const decided = parts.find(
    (part) =>
      part.id === 'I6' &&
      part.n >= rules.leniency.leastForStricter &&
      part.observed !== null &&
      part.observed < (part.expected ?? 0),
  );
  if (decided !== undefined) {
    items.push({
      id: 'stricter',
      text: {
        zh: '对该团伙人员的决定比相似案件更严。',
        en: "Stricter with the gang's people than like cases are decided.",
      },
      evidence: decided.evidence,
    });
  }
  for (const kind of Object.keys(disclosureWords)) {
    const made = context.disclosuresOf(official.id).filter((one) => one.kind === kind && one.day <= context.facts.day);
    if (made.length > 0)
      items.push({
        id: `disclosed:${kind}`,
        text: disclosureWords[kind]!,
        evidence: sortedIds(made.flatMap((one) => one.assertions)),
      });
  }
  return items;
}
