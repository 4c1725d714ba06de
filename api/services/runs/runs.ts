import { type Audience, audienceKey, withoutInformants } from '../../../model/audience.ts';
import { canonicalJson } from '../../../model/canonicalJson.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { addDays } from '../../../model/dates.ts';
import { NotFound } from '../../../model/errors.ts';
import { type Id, randomId } from '../../../model/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Viewer } from '../access/viewer.ts';

export type RunKind = 'communities' | 'screen';

/** A stored answer to a long question. The same question (audience, clocks, data version, options, and the case whose people
 * may be listed) to the same data is the same run and answers the same bytes, whoever asks. */
export interface Run {
  readonly id: Id;
  readonly kind: RunKind;
  readonly result: unknown;
}
export interface RunAsked {
  readonly kind: RunKind;
  readonly clocks: Clocks;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Screens are computed without the informants' compartment, whoever asks; so they are the same run for viewers who differ in it alone. */
export const audienceOfRun = (kind: RunKind, audience: Audience): Audience =>
  kind === 'screen' ? withoutInformants(audience) : audience;

export function createRuns({
  ledger,
  clock,
  random,
}: {
  ledger: Ledger;
  clock: Clock;
  random?: (size: number) => Uint8Array;
}) {
  return {
    /** Answers from the stored run, or computes and stores it. `others` = runs of this kind this audience made in 90 days. */
    async answer(
      viewer: Viewer,
      asked: RunAsked,
      compute: (audience: Audience, others: number) => Promise<object>,
    ): Promise<Run> {
      const audience = audienceOfRun(asked.kind, viewer.audience);
      const dataVersion = ledger.batches.dataVersion(audience);
      const listedCase = asked.kind === 'communities' ? casePurpose(viewer) : null;
      const question = canonicalJson({ ...asked, audience: audienceKey(audience), dataVersion, listedCase });
      const stored = ledger.runs.find(question);
      if (stored !== undefined) return { ...stored, kind: asked.kind };
      const today = clock.today();
      const others = ledger.runs.countSince(asked.kind, audienceKey(audience), addDays(today, -90));
      const id = randomId('r', random);
      const result = { id, ...(await compute(audience, others)) };
      // Somebody may have asked the same in the meantime: the first stands. Read back, so that every answer has the stored bytes.
      const standing = ledger.runs.put({
        id,
        kind: asked.kind,
        question,
        owner: viewer.user.id,
        audience: keyOf(audience, listedCase),
        dataVersion,
        result,
        day: today,
      });
      return { id: standing, kind: asked.kind, result: ledger.runs.get(standing)?.result };
    },

    /** Readable by whoever holds what it was computed over; to everybody else it does not exist. */
    get(viewer: Viewer, kind: RunKind, id: Id): unknown {
      const run = ledger.runs.get(id);
      if (run === undefined || run.kind !== kind) throw new NotFound();
      const own = audienceOfRun(kind, viewer.audience);
      const keys = [keyOf(own, null), keyOf(own, casePurpose(viewer))];
      if (!keys.includes(run.audience)) throw new NotFound();
      return run.result;
    },
  };
}
export type RunService = ReturnType<typeof createRuns>;

const casePurpose = (viewer: Viewer): string | null => (viewer.purpose?.startsWith('case:') ? viewer.purpose : null);
const keyOf = (audience: Audience, listedCase: string | null): string =>
  listedCase === null ? audienceKey(audience) : `${audienceKey(audience)} ${listedCase}`;
