import { dutyKinds } from '../../../model/standing/kinds.ts';
import type { Collected } from './collect.ts';
import { type ExportHead, notice } from './notice.ts';

/** GEXF 1.3 for Gephi and its kin: node label and type, edge kind, side, count and dates. */
export function gexfText({ entities, ties, folds }: Collected, head: ExportHead): string {
  const nodes = entities.map(
    (view) =>
      `<node id="${escapeXml(view.id)}" label="${escapeXml(view.caption)}"><attvalues><attvalue for="type" value="${view.type}"/><attvalue for="key" value="${escapeXml(view.key)}"/><attvalue for="roles" value="${view.roles.join(' ')}"/></attvalues></node>`,
  );
  const edges = [
    ...ties.map((tie) =>
      edge(
        tie.id,
        tie.from,
        tie.to,
        tie.ends.kind,
        tie.ends.role,
        tie.assertions.length,
        dutyKinds.has(tie.ends.kind),
        tie,
      ),
    ),
    ...folds.map((fold) => edge(fold.id, fold.from, fold.to, fold.kind, '', fold.count, fold.duty)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta lastmodifieddate="${head.exportedAt.slice(0, 10)}"><creator>Powang</creator><description>${escapeXml(`${notice.zh} ${notice.en} (${head.purpose}; ${head.dataVersion})`)}</description></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="type" title="type" type="string"/><attribute id="key" title="key" type="string"/><attribute id="roles" title="roles" type="string"/></attributes>
<attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="role" title="role" type="string"/><attribute id="duty" title="duty" type="boolean"/><attribute id="count" title="count" type="long"/><attribute id="startDate" title="startDate" type="string"/><attribute id="endDate" title="endDate" type="string"/></attributes>
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`;
}

function edge(
  id: string,
  from: string,
  to: string,
  kind: string,
  role: string,
  count: number,
  duty: boolean,
  { first, last }: { readonly first: string | null; readonly last: string | null } = { first: null, last: null },
): string {
  const dates = [
    first === null ? '' : `<attvalue for="startDate" value="${escapeXml(first)}"/>`,
    last === null ? '' : `<attvalue for="endDate" value="${escapeXml(last)}"/>`,
  ].join('');
  return `<edge id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}" label="${escapeXml(kind)}"><attvalues><attvalue for="kind" value="${kind}"/><attvalue for="role" value="${escapeXml(role)}"/><attvalue for="duty" value="${duty}"/><attvalue for="count" value="${count}"/>${dates}</attvalues></edge>`;
}

const entitiesOfXml: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes, and drops what no XML 1.0 document may hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (letter) => entitiesOfXml[letter]!);
}
