import type { Said } from '../../../model/assertion.ts';
import { compareText } from '../../../model/audience.ts';
import type { Collected } from './collect.ts';

type Tie = Collected['ties'][number];
export interface Term {
  /** That of the tie, with its years where the tie has several terms. */
  readonly id: string;
  readonly properties: Record<string, readonly string[]>;
  readonly from: string | null;
  readonly to: string | null;
}

/** A tie that holds in several terms is several lines, as one line would say that it held between them too. */
export function termsOf(tie: Tie, assertions: ReadonlyMap<string, Said>): readonly Term[] {
  const spans = new Map<string, { from: string | null; to: string | null }>();
  for (const id of tie.assertions) {
    const one = assertions.get(id);
    if (one !== undefined)
      spans.set(`${one.validFrom ?? 'x'}.${one.validTo ?? 'x'}`, { from: one.validFrom, to: one.validTo });
  }
  if (spans.size < 2) return [{ id: tie.id, properties: valuesIn(tie.properties), from: tie.first, to: tie.last }];
  return [...spans]
    .sort(([a], [b]) => compareText(a, b))
    .map(([span, { from, to }]) => {
      const behind = new Set(
        tie.assertions.filter((id) => assertions.get(id)?.validFrom === from && assertions.get(id)?.validTo === to),
      );
      return { id: `${tie.id}.${span}`, properties: valuesIn(tie.properties, behind), from, to };
    });
}

/** Values of these assertions, or all. */
function valuesIn(properties: Tie['properties'], behind?: ReadonlySet<string>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, values]) => {
      const own = values.filter(({ assertions }) => behind === undefined || assertions.some((id) => behind.has(id)));
      return own.length === 0 ? [] : [[name, own.map((one) => one.value)]];
    }),
  );
}
