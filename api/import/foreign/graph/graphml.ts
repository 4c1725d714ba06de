import { digest } from '../../../../model/ids.ts';
import { isRefusedColumn } from '../../../../model/vocabulary/bundle.ts';
import { FileFault, type Item, type ItemReader } from '../items.ts';
import { createSayer, type Sayer } from '../saying.ts';
import { edgeItem } from './edge.ts';
import { graphFile, type Open } from './graphFile.ts';
import { nodeItem } from './node.ts';
import type { Tag, XmlListener } from './xml.ts';

interface Key {
  readonly name: string;
  readonly of: string;
  fallback: string | null;
}
const typeNames = ['type', 'schema', 'labels', '类型'];
const kindNames = ['kind', 'type', 'label', 'Edge Label', '类别'];
const labelNames = ['label', 'name'];

/** GraphML: nodes (also in graphs within nodes), edges, keys with their defaults; a key nobody declared goes by its own name.
 * Hyperedges are told and left out; ports are places on a drawing. */
export function graphmlReader(today: string): ItemReader {
  const sayer = createSayer(today, true);
  return graphFile((give, onGraph) => createListener(sayer, give, onGraph));
}

function createListener(sayer: Sayer, give: (item: Item) => void, onGraph: () => void): XmlListener {
  const keys = new Map<string, Key>();
  const open: Open[] = [];
  let key: Key | undefined;
  let data = '';
  let ordinal = 0;

  function declare({ attributes, line }: Tag): void {
    const name = (attributes['attr.name'] ?? attributes.id ?? '').trim();
    if (isRefusedColumn(name)) throw new FileFault('refused_column', line, name.slice(0, 64));
    key = { name, of: attributes.for ?? 'all', fallback: null };
    keys.set(attributes.id ?? name, key);
  }

  function finish({ tag, values, seen }: Open): Item {
    const { attributes, line, name: of } = tag;
    for (const { name, of: meant, fallback } of keys.values())
      if (fallback !== null && (meant === of || meant === 'all') && !seen.has(name)) values.push([name, [fallback]]);
    const named = (wanted: readonly string[]) =>
      wanted.flatMap((name) => values.filter(([title]) => title === name).flatMap(([, given]) => given));
    if (of === 'node')
      return nodeItem(sayer, {
        line,
        id: attributes.id ?? '',
        label: named(labelNames)[0] ?? null,
        types: named(typeNames),
        attributes: values.filter(([name]) => !typeNames.includes(name) && name !== 'label'),
      });
    ordinal += 1;
    return edgeItem(sayer, {
      line,
      key: attributes.id ?? digest([attributes.source ?? '', attributes.target ?? '', String(ordinal)]),
      from: attributes.source ?? '',
      to: attributes.target ?? '',
      fields: ['source', 'target'],
      kinds: named(kindNames),
      attributes: values.filter(([name]) => !kindNames.includes(name)),
    });
  }

  return {
    open(tag) {
      if (tag.name === 'graph') onGraph();
      else if (tag.name === 'key') declare(tag);
      else if (tag.name === 'data') data = tag.attributes.key ?? '';
      else if (tag.name === 'hyperedge')
        give({ item: 'fault', line: tag.line, inner: false, why: 'hyperedge', field: null });
      else if (tag.name === 'node' || tag.name === 'edge') open.push({ tag, values: [], seen: new Set() });
    },
    close(name, text) {
      const last = open.at(-1);
      if (name === 'default' && key !== undefined) key.fallback = text.trim();
      else if (name === 'key') key = undefined;
      else if (name === 'data' && last !== undefined && data !== '') {
        const title = keys.get(data)?.name ?? data;
        last.seen.add(title);
        last.values.push([title, [text.trim()]]);
        data = '';
      } else if (name === 'node' || name === 'edge') {
        const done = open.pop();
        if (done !== undefined) give(finish(done));
      }
    },
  };
}
