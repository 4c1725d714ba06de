import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { textLiteral } from './literals.ts';

export interface InstanceOptions {
  readonly folder: string;
  readonly scratch: string;
  readonly threads: number;
  readonly memoryLimitMb: number;
}

/** An instance in memory that loads no extension, reaches nothing outside its folder, and cannot be talked out of it: the
 * configuration is locked last. What does not fit in memory goes to the scratch folder. */
export async function openInstance({
  folder,
  scratch,
  threads,
  memoryLimitMb,
}: InstanceOptions): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryLimitMb}MB`,
    temp_directory: join(scratch, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    preserve_insertion_order: 'false',
    enable_external_file_cache: 'false', // erased rows would stay in memory
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_directories = [${textLiteral(folder)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  connection.closeSync();
  return instance;
}
