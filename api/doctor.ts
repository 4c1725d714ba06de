import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { audienceOf } from '../model/audience.ts';
import type { Clock } from './clock.ts';
import type { FactsPlace } from './facts/open.ts';
import { createColumnsReader } from './graph/columns/loadColumns.ts';
import { openInstallation } from './installation.ts';

export interface Examination {
  readonly healthy: boolean;
  readonly findings: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[];
}

/** Examines a data folder without changing it: files there, audit chain whole, writes settled, columns whole, ended approvals erased. */
export async function examine({ dataFolder, neo4j }: FactsPlace, clock: Clock): Promise<Examination> {
  const findings: { check: string; ok: boolean; detail: string }[] = [];
  const say = (check: string, ok: boolean, detail: string) => findings.push({ check, ok, detail });
  const needed = neo4j === undefined ? ['ledger.sqlite', 'facts.sqlite'] : ['ledger.sqlite'];
  const missing = needed.filter((name) => !existsSync(join(dataFolder, name)));
  say('files', missing.length === 0, missing.length === 0 ? 'all there' : `missing: ${missing.join(', ')}`);
  if (missing.length > 0) return { healthy: false, findings };

  const { ledger, facts, columnsFolder, close } = await openInstallation({
    dataFolder,
    access: 'read',
    graph: 'here',
    clock,
    neo4j,
  });
  try {
    say('store', true, neo4j === undefined ? 'facts in SQLite: facts.sqlite' : `facts in Neo4j: ${neo4j.uri}`);
    const chain = ledger.audit.verify();
    say(
      'audit',
      chain.firstBroken === null,
      chain.firstBroken === null ? `${chain.records} records` : `broken at record ${chain.firstBroken}`,
    );
    const unsettled = ledger.batches.unsettled();
    say(
      'writes',
      unsettled.length === 0,
      unsettled.length === 0 ? 'settled' : `${unsettled.length} to be settled at the next start`,
    );
    const done = ledger.batches.doneIds();
    const lost: string[] = [];
    for (const batch of done) if (!(await facts.committed(batch))) lost.push(batch);
    say(
      'facts',
      lost.length === 0,
      lost.length === 0 ? `${done.length} batches` : `not in the facts: ${lost.join(', ')}`,
    );
    const { missing: segments } = await createColumnsReader(columnsFolder).load(done);
    say(
      'columns',
      segments.length === 0,
      segments.length === 0 ? `${done.length} segments` : `made again at the next read: ${segments.join(', ')}`,
    );
    const today = clock.today();
    const due = ledger.approvals
      .all()
      .filter((one) => one.erased === null && ledger.approvals.endedOn(today).includes(one.id));
    say(
      'approvals',
      due.length === 0,
      due.length === 0 ? 'nothing to erase' : `${due.length} ended, not yet erased: powang approvals expire`,
    );
    const counts = await facts.counts(audienceOf(ledger.batches.compartments()), { trueAt: today, knownAt: today });
    const total = (of: Partial<Record<string, number>>) =>
      Object.values(of).reduce<number>((sum, one) => sum + (one ?? 0), 0);
    say('counts', true, `${total(counts.entities)} entities, ${total(counts.ties)} ties stated`);
  } finally {
    await close();
  }
  return { healthy: findings.every((one) => one.ok), findings };
}
