import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Public sets beside the project, and what is to be expected of each. */
export const shared = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
export const sharedIsThere = existsSync(`${shared}expected.json`);
interface Expected {
  readonly nodes: number;
  readonly edges: number;
  readonly dangling: number;
  readonly duplicate_node_ids: number;
  readonly edges_without_an_end: number;
  readonly self_loops: number;
  readonly well_formed: boolean;
  readonly entities: number;
  readonly ties: number;
  readonly lines: number;
}
export const expectedOf: Readonly<Record<string, Expected>> = sharedIsThere
  ? JSON.parse(readFileSync(`${shared}expected.json`, 'utf8')).sets
  : {};
