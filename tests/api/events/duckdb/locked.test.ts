import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInstance } from '../../../../api/events/duckdb/instance.ts';

test('the library reaches its folder and nothing else, loads nothing, and stays so', async () => {
  const root = await mkdtemp(join(tmpdir(), 'powang-events-'));
  const [folder, scratch] = [join(root, 'events'), join(root, 'events', 'scratch')];
  await mkdir(scratch, { recursive: true });
  for (const path of [join(folder, 'in.csv'), join(root, 'out.csv')]) await writeFile(path, 'a\n1\n');
  const instance = await openInstance({ folder, scratch, threads: 1, memoryLimitMb: 256 });
  const connection = await instance.connect();
  const run = (sql: string) => connection.run(sql);
  try {
    await run(`SELECT * FROM read_csv('${folder}/in.csv')`);
    for (const sql of [
      `SELECT * FROM read_csv('${root}/out.csv')`,
      `SELECT * FROM read_csv('${folder}/../out.csv')`,
      `COPY (SELECT 1) TO '${root}/made.csv'`,
      `ATTACH '${root}/made.db'`,
      "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')",
      'INSTALL httpfs',
      "LOAD '/usr/lib/any.duckdb_extension'",
      'SET enable_external_access = true',
      `SET allowed_directories = ['${root}']`,
      "SET memory_limit = '9GB'",
      'RESET lock_configuration',
    ])
      await expect(run(sql), sql).rejects.toThrow();
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(root, { recursive: true });
  }
});
