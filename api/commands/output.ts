import { writeFile } from 'node:fs/promises';
import { type Given, textOption } from './command.ts';

/** JSON to `--out FILE`, else to standard output. */
export async function write(given: Given, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const out = textOption(given, 'out');
  if (out === undefined) {
    given.print(text);
    return;
  }
  await writeFile(out, text);
  given.tell(out);
}
