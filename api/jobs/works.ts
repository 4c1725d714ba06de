import type { Audience } from '../../model/audience.ts';
import type { Clocks } from '../../model/clocks.ts';
import type { Id } from '../../model/ids.ts';
import type { CommunitiesAsked } from '../graph/graph.ts';
import type { Installation } from '../installation.ts';
import { dossierFiles } from '../services/exports/dossiers.ts';
import type { ExportFormat } from '../services/exports/exports.ts';
import type { ExportHead } from '../services/exports/notice.ts';
import { runScreen } from '../services/screen/run.ts';

/** What a job may be told while it works, and how it is told to stop. */
export interface WorkContext {
  readonly signal: AbortSignal;
  readonly onProgress: (phase: string, done: number, total: number | null) => void;
}
export interface CommunitiesWork {
  readonly audience: Audience;
  readonly clocks: Clocks;
  readonly purpose: string | null;
  readonly asked: CommunitiesAsked;
}
export interface ScreenWork {
  readonly audience: Audience;
  readonly clocks: Clocks;
  readonly options: { readonly suspects?: readonly Id[]; readonly gang?: Id };
  /** How many runs this audience made on its pool in 90 days. */
  readonly others: number;
}
export interface ExportWork {
  readonly audience: Audience;
  readonly clocks: Clocks;
  readonly asked: { readonly format: ExportFormat; readonly ids: readonly Id[] | null; readonly head: ExportHead };
}

export interface DossierWork {
  readonly audience: Audience;
  readonly clocks: Clocks;
  readonly asked: { readonly ids: readonly Id[]; readonly head: ExportHead };
}

/** Long work over an open installation: a job child runs these for the server, the command line runs them itself. */
export const works = {
  communities: ({ services }: Installation, work: CommunitiesWork, { onProgress }: WorkContext) => {
    onProgress('communities', 0, null);
    return services.communities(work.audience, work.clocks, work.purpose, work.asked);
  },
  screen: (installation: Installation, work: ScreenWork, context: WorkContext) =>
    runScreen(installation, work.audience, work.clocks, { ...work.options, runsOnPool90d: work.others }, context),
  export: ({ services }: Installation, work: ExportWork, { onProgress }: WorkContext) => {
    onProgress('export', 0, null);
    return services.exportPicture(work.audience, work.clocks, work.asked);
  },
  dossier: ({ services }: Installation, work: DossierWork, { onProgress }: WorkContext) => {
    onProgress('dossier', 0, null);
    return dossierFiles(services.dossier, work.audience, work.clocks, work.asked);
  },
};
export type Works = typeof works;
export type WorkName = keyof Works;
export type WorkInput<N extends WorkName> = Parameters<Works[N]>[1];
export type WorkResult<N extends WorkName> = Awaited<ReturnType<Works[N]>>;

/** Runs one piece of long work; `worker.ts` does it in a child that can be killed. */
export type RunWork = <N extends WorkName>(
  name: N,
  input: WorkInput<N>,
  context: WorkContext,
) => Promise<WorkResult<N>>;
