import { digest } from '../../../../model/ids.ts';
import { isRefusedColumn } from '../../../../model/vocabulary/bundle.ts';
import { FileFault, type Item, type ItemReader } from '../items.ts';
import { createSayer } from '../saying.ts';
import { edgeItem } from './edge.ts';
import { graphFile, type Open } from './graphFile.ts';
import { nodeItem } from './node.ts';
import type { Tag, XmlListener } from './xml.ts';

interface Column {
  readonly title: string;
  readonly list: boolean;
  fallback: string | null;
}
const typeColumns = ['type', 'schema', 'labels', '类型'];
const kindColumns = ['kind', 'type', 'relationship', '类别'];

/** GEXF 1.1 to 1.3: nodes (also within nodes), edges, declared attributes with their defaults, starts and ends that are dates.
 * Places, sizes and colours are a drawing's and are passed over. */
export function gexfReader(today: string): ItemReader {
  const sayer = createSayer(today, true);
  return graphFile((give, onGraph) => createListener(sayer, give, onGraph));
}

function createListener(
  sayer: ReturnType<typeof createSayer>,
  give: (item: Item) => void,
  onGraph: () => void,
): XmlListener {
  const columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() };
  const open: Open[] = [];
  let declaring: 'node' | 'edge' = 'node';
  let column: Column | undefined;
  let ordinal = 0;

  function declare({ attributes, line }: Tag): void {
    const title = (attributes.title ?? attributes.id ?? '').trim();
    if (isRefusedColumn(title)) throw new FileFault('refused_column', line, title.slice(0, 64));
    column = { title, list: attributes.type?.startsWith('list') === true, fallback: null };
    columns[declaring].set(attributes.id ?? title, column);
  }

  function value(of: Open, { attributes }: Tag): void {
    const known = columns[of.tag.name === 'edge' ? 'edge' : 'node'].get(attributes.for ?? attributes.id ?? '');
    const title = known?.title ?? attributes.for ?? attributes.id ?? '';
    of.seen.add(title);
    const text = attributes.value ?? '';
    const values = known?.list === true ? text.replace(/^\[|\]$/g, '').split(/[|,;]/) : [text];
    of.values.push([title, values]);
  }

  function finish({ tag, values, seen }: Open): Item {
    const of = tag.name === 'edge' ? 'edge' : 'node';
    for (const { title, fallback } of columns[of].values())
      if (fallback !== null && !seen.has(title)) values.push([title, [fallback]]);
    const { attributes, line } = tag;
    const named = (wanted: readonly string[]) =>
      wanted.flatMap((name) => values.filter(([title]) => title === name).flatMap(([, given]) => given));
    if (of === 'node') {
      const rest = values.filter(([title]) => !typeColumns.includes(title));
      return nodeItem(sayer, {
        line,
        id: attributes.id ?? '',
        label: attributes.label ?? null,
        types: named(typeColumns),
        attributes: rest,
      });
    }
    ordinal += 1;
    const kinds = [
      ...named(kindColumns),
      ...(attributes.kind === undefined ? [] : [attributes.kind]),
      attributes.label ?? '',
    ];
    const rest = [...values.filter(([title]) => !kindColumns.includes(title))];
    for (const [name, property] of [
      ['weight', 'weight'],
      ['start', 'startDate'],
      ['end', 'endDate'],
    ] as const) {
      const given = attributes[name];
      // A moment of a simulation (`start="2.5"`) is no date.
      if (given !== undefined && (name === 'weight' || /^\d{4}(-|$)/.test(given))) rest.push([property, [given]]);
    }
    return edgeItem(sayer, {
      line,
      key: attributes.id ?? digest([attributes.source ?? '', attributes.target ?? '', String(ordinal)]),
      from: attributes.source ?? attributes.from ?? '',
      to: attributes.target ?? attributes.to ?? '',
      fields: ['source', 'target'],
      kinds,
      attributes: rest,
    });
  }

  return {
    open(tag) {
      const last = open.at(-1);
      if (tag.name === 'graph') onGraph();
      else if (tag.name === 'attributes') declaring = tag.attributes.class === 'edge' ? 'edge' : 'node';
      else if (tag.name === 'attribute') declare(tag);
      else if (tag.name === 'attvalue' && last !== undefined) value(last, tag);
      else if (tag.name === 'node' || tag.name === 'edge') open.push({ tag, values: [], seen: new Set() });
    },
    close(name, text) {
      if (name === 'default' && column !== undefined) column.fallback = text.trim();
      else if (name === 'attribute') column = undefined;
      if (name !== 'node' && name !== 'edge') return;
      const done = open.pop();
      if (done !== undefined) give(finish(done));
    },
  };
}
