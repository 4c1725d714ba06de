import { extname } from 'node:path';
import type { FoundFile } from '../read/bundle.ts';
import { bodsReader } from './bods/bods.ts';
import { ftmReader } from './ftm/ftm.ts';
import { gexfReader } from './graph/gexf.ts';
import { graphmlReader } from './graph/graphml.ts';
import type { ItemReader } from './items.ts';
import { edgesReader } from './tables/edges.ts';
import { neo4jReader } from './tables/neo4j.ts';

export const foreignFormats = ['ftm', 'gexf', 'graphml', 'edges', 'neo4j-csv', 'bods'] as const;
export type ForeignFormat = (typeof foreignFormats)[number];
export const isForeignFormat = (name: string): name is ForeignFormat =>
  (foreignFormats as readonly string[]).includes(name);

interface FormatDefinition {
  /** A reader for one import: what it tells once it tells once for all files. */
  readonly open: (today: string) => ItemReader;
  readonly endings: readonly string[];
  /** One id may stand in several pieces of the file, each a part of what is said. */
  readonly fragments: boolean;
}
export const formatDefinitions: Readonly<Record<ForeignFormat, FormatDefinition>> = {
  ftm: { open: ftmReader, endings: ['.ijson', '.jsonl', '.ndjson', '.json', '.ftm'], fragments: true },
  gexf: { open: gexfReader, endings: ['.gexf', '.xml'], fragments: false },
  graphml: { open: graphmlReader, endings: ['.graphml', '.xml'], fragments: false },
  edges: { open: edgesReader, endings: ['.csv', '.tsv', '.txt', '.edgelist', '.edges'], fragments: true },
  'neo4j-csv': { open: neo4jReader, endings: ['.csv'], fragments: false },
  bods: { open: bodsReader, endings: ['.json', '.jsonl'], fragments: true },
};

/** The format a file shows by its name alone; a .csv is left to the bundle unless one is named. */
export function formatOfName(name: string): ForeignFormat | undefined {
  const ending = extname(name).toLowerCase();
  const shown: Readonly<Record<string, ForeignFormat>> = {
    '.ijson': 'ftm',
    '.jsonl': 'ftm',
    '.ndjson': 'ftm',
    '.json': 'ftm',
    '.gexf': 'gexf',
    '.graphml': 'graphml',
    '.edgelist': 'edges',
  };
  return Object.hasOwn(shown, ending) ? shown[ending] : undefined;
}

export const isOfFormat = (file: Pick<FoundFile, 'name'>, format: ForeignFormat): boolean =>
  formatDefinitions[format].endings.includes(extname(file.name).toLowerCase());
