import { dutyKinds } from '../../../model/standing/kinds.ts';
import type { Collected } from './collect.ts';
import { escapeXml } from './gexf.ts';
import { type ExportHead, notice } from './notice.ts';

type Values = Readonly<Record<string, string | number | boolean | null>>;
const keys = {
  node: { label: 'string', type: 'string', key: 'string', roles: 'string' },
  edge: { kind: 'string', role: 'string', duty: 'boolean', count: 'long', startDate: 'string', endDate: 'string' },
} as const;

/** GraphML for yEd, NetworkX, igraph and their kin: what the GEXF says, in its words. */
export function graphmlText({ entities, ties, folds }: Collected, head: ExportHead): string {
  const nodes = entities.map(({ id, caption, type, key, roles }) =>
    element('node', `id="${escapeXml(id)}"`, { label: caption, type, key, roles: roles.join(' ') }),
  );
  const edges = [
    ...ties.map(({ id, from, to, ends, first, last, assertions }) =>
      element('edge', endsOf(id, from, to), {
        kind: ends.kind,
        role: ends.role,
        duty: dutyKinds.has(ends.kind),
        count: assertions.length,
        startDate: first,
        endDate: last,
      }),
    ),
    ...folds.map(({ id, from, to, kind, duty, count }) =>
      element('edge', endsOf(id, from, to), { kind, role: '', duty, count }),
    ),
  ];
  const declared = Object.entries(keys).flatMap(([of, names]) =>
    Object.entries(names).map(
      ([name, type]) => `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${escapeXml(`${notice.zh} ${notice.en} (${head.purpose}; ${head.dataVersion})`)}</desc>
${declared.join('\n')}
<graph id="powang" edgedefault="directed">
${[...nodes, ...edges].join('\n')}
</graph>
</graphml>
`;
}

const endsOf = (id: string, from: string, to: string): string =>
  `id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}"`;

function element(name: 'node' | 'edge', attributes: string, values: Values): string {
  const data = Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<data key="${name}_${key}">${escapeXml(String(value))}</data>`);
  return `<${name} ${attributes}>${data.join('')}</${name}>`;
}
