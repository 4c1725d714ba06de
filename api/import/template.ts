import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFiles, templateHeaders } from '../../model/vocabulary/bundle.ts';
import { csvLine } from './csvOut.ts';

/** Writes the bundle's empty files in both languages, `en/` and `zh/`, each ready to be filled in with a spreadsheet
 * (hence the byte-order mark). Returns their paths. */
export async function writeTemplate(folder: string): Promise<string[]> {
  const written: string[] = [];
  for (const language of ['en', 'zh'] as const) {
    const target = join(folder, language);
    await mkdir(target, { recursive: true });
    for (const file of bundleFiles) {
      const path = join(target, file.file);
      await writeFile(path, `\uFEFF${csvLine(templateHeaders(file, language))}`);
      written.push(path);
    }
  }
  return written;
}
