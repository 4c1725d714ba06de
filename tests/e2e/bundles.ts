import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type County, storyLoanRing, storySandPit, storyTownship, writeBundle } from '../../seed/index.ts';
import { mergeCounties } from '../../seed/merge.ts';

/** The three named stories as one bundle: small, and with something of everything in it. */
export const stories = (): County => mergeCounties(storySandPit(), storyTownship(), storyLoanRing());

/** Writes a county under `folder` and returns the path of its bundle. */
export async function bundleOf(county: County, folder: string): Promise<string> {
  await writeBundle(county, folder);
  return join(folder, 'bundle');
}

/** Files as given, as one bundle. */
export async function filesAs(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** The lines of a `rejected.csv`: file, line, field, code, reason. */
export async function rejectedRows(path: string): Promise<string[][]> {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const [head, ...lines] = text.trimEnd().split('\r\n');
  if (head !== 'file,line,field,code,reason') throw new Error(`another header: ${head}`);
  return lines.map((line) => line.split(','));
}

/** Some people of no story, a firm, and two ties. */
export const smallFiles = {
  'people.csv': 'id,name,birth_date\nZ1,钟离春,1980-05-06\nZ2,公孙雁,1985\nZ3,端木青,1979-11\n',
  'organisations.csv': 'id,name,kind\nZO1,远山商行,company\n',
  'ties.csv': 'from_id,to_id,kind\nZ1,Z2,friend\nZ1,ZO1,owner\n',
} as const;

/** What an import says, as far as these tests look at it. */
export interface ImportSaid {
  readonly batch: string | null;
  readonly refused: boolean;
  readonly entities: number;
  readonly ties: number;
  readonly events: number;
  readonly rejected: number;
  readonly files: readonly { file: string; rows: number; accepted: number; rejected: number }[];
  readonly rejects: readonly {
    file: string;
    line: number | null;
    field: string | null;
    code: string;
    reason: string;
  }[];
  readonly notes: readonly { file: string; line: number | null; field: string | null; code: string }[];
}
export const counts = ({ entities, ties, events, rejected }: ImportSaid) => ({ entities, ties, events, rejected });
export const nothing = { entities: 0, ties: 0, events: 0, rejected: 0 };
