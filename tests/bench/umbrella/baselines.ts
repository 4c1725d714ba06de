import { UndirectedGraph } from 'graphology';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import type { County, Row } from '../../../seed/index.ts';

/** One simple graph of everything a bundle ties together: stated ties, posts, case parties, deciders, tenders, and who was in contact,
 * was paid or met. Built from the tables, so that it shares nothing with the screen. */
export function countyGraph({ tables }: County): UndirectedGraph {
  const graph = new UndirectedGraph();
  const holders = new Map(
    [...tables.phones, ...tables.accounts].map((row) => [
      text(row, 'number'),
      text(row, 'person_id') || text(row, 'holder_id'),
    ]),
  );
  for (const person of tables.people)
    for (const number of text(person, 'phones').split(';'))
      if (number !== '' && !holders.has(number)) holders.set(number, text(person, 'id'));
  const join = (a: string, b: string): void => {
    const [from, to] = [holders.get(a) ?? a, holders.get(b) ?? b];
    if (from === '' || to === '' || from === to) return;
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.mergeEdge(from, to);
  };
  const joinAll = (rows: readonly Row[], one: string, other: string): void => {
    for (const row of rows) join(text(row, one), text(row, other));
  };
  joinAll(tables.ties, 'from_id', 'to_id');
  joinAll(tables.posts, 'person_id', 'organisation_id');
  joinAll(tables.case_parties, 'person_id', 'case_id');
  for (const role of ['handler_id', 'approver_id', 'person_id']) joinAll(tables.decisions, role, 'case_id');
  joinAll(tables.tenders, 'official_id', 'id');
  joinAll(tables.bids, 'company_id', 'tender_id');
  joinAll(tables.operations, 'target_id', 'id');
  joinAll(tables.awareness, 'person_id', 'operation_id');
  joinAll(tables.calls, 'from_id', 'to_id');
  joinAll(tables.payments, 'payer_id', 'payee_id');
  joinAll(tables.copresence, 'person_id', 'event_id');
  return graph;
}

const text = (row: Row, name: string): string => String(row[name] ?? '');

export function byDegree(graph: UndirectedGraph, ids: readonly string[]): string[] {
  return ranked(ids, (id) => (graph.hasNode(id) ? graph.degree(id) : 0));
}

/** Exact betweenness (Brandes), as graphology-metrics computes it: O(V · E). */
export function byBetweenness(graph: UndirectedGraph, ids: readonly string[]): string[] {
  const values = betweenness(graph, { normalized: false });
  return ranked(ids, (id) => values[id] ?? 0);
}

function ranked(ids: readonly string[], measure: (id: string) => number): string[] {
  return ids
    .map((id) => ({ id, value: measure(id) }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
