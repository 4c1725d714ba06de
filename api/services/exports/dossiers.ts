import type { Audience } from '../../../model/audience.ts';
import type { Clocks } from '../../../model/clocks.ts';
import { type Cut, whole } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { DossierService } from '../dossier.ts';
import { type ExportHead, noticeText } from './notice.ts';

/** Dossiers as files, one each entity, with the notice that goes with every export. */
export async function dossierFiles(
  dossier: DossierService,
  audience: Audience,
  clocks: Clocks,
  asked: { readonly ids: readonly Id[]; readonly head: ExportHead },
): Promise<{ files: Readonly<Record<string, string>>; cut: Cut }> {
  const files: Record<string, string> = {};
  const said: string[] = [];
  let cut = whole();
  for (const id of asked.ids) {
    const { complete, limit, cutAt, ...found } = await dossier(audience, clocks, id);
    files[`dossier-${found.entity.id}.json`] =
      `${JSON.stringify({ ...found, complete, limit, cutAt, ...asked.head }, null, 2)}\n`;
    if (complete) continue;
    cut = { complete, limit, cutAt };
    said.push(`cut at ${limit}: ${found.entity.id}`);
  }
  return { files: { ...files, 'NOTICE.txt': noticeText(asked.head, said) }, cut };
}
