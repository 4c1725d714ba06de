import type { PaymentFact, TieFact } from '../../../analysis/umbrella/facts.ts';
import { compareText } from '../../../model/audience.ts';
import type { Id } from '../../../model/ids.ts';
import type { EventSession } from '../../events/events.ts';
import { eventQueryId } from '../evidence/eventQuery.ts';

const firmKinds: ReadonlySet<string> = new Set(['owner', 'director', 'representative', 'nominee']);
const closestKinds: ReadonlySet<string> = new Set(['kin', 'spouse']);

/** Payments between suspects (and companies they have a part in) and officials (and their closest kin), both ways. */
export async function gatherPayments(
  session: EventSession,
  ties: readonly TieFact[],
  asked: { readonly suspects: readonly Id[]; readonly officials: readonly Id[]; readonly signal?: AbortSignal },
): Promise<{ payments: PaymentFact[]; lent: PaymentFact[] }> {
  const [isSuspect, isOfficial] = [new Set(asked.suspects), new Set(asked.officials)];
  const gang = new Set(asked.suspects);
  const office = new Set(asked.officials);
  for (const tie of ties) {
    if (firmKinds.has(tie.kind) && isSuspect.has(tie.from)) gang.add(tie.to);
    if (!closestKinds.has(tie.kind)) continue;
    if (isOfficial.has(tie.from)) office.add(tie.to);
    if (isOfficial.has(tie.to)) office.add(tie.from);
  }
  const between = async (payers: ReadonlySet<Id>, payees: ReadonlySet<Id>): Promise<PaymentFact[]> => {
    const params = { payers: [...payers].sort(compareText), payees: [...payees].sort(compareText) };
    const rows = await session.facts(
      'notedPayments',
      params,
      asked.signal === undefined ? {} : { signal: asked.signal },
    );
    return rows.map(({ payer, payee, month, note, n, amount, least, most }) => ({
      payer,
      payee,
      month,
      note,
      count: n,
      sum: amount,
      least,
      most,
      evidence: [eventQueryId({ name: 'rows', kind: 'payments', from: payer, to: payee, either: false, side: 'all' })],
    }));
  };
  return { payments: await between(gang, office), lent: await between(office, gang) };
}
