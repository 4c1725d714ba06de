import { type Audience, audienceOf, general } from '../../model/audience.ts';
import { createPrivilegeRegister } from '../../model/basis/privilege.ts';
import type { Id } from '../../model/ids.ts';
import { enumValues } from '../../model/vocabulary/enums.ts';
import type { FactsBatch } from '../facts/facts.ts';
import type { SegmentWriter } from '../graph/columns/segmentWriter.ts';
import type { ImportDeps, ImportOptions } from './options.ts';
import { createApprovalRegister } from './rows/approvals.ts';
import type { ImportContext } from './rows/context.ts';
import { createIntake } from './rows/intake.ts';
import { createProvenances } from './rows/provenance.ts';
import { createReferences } from './rows/references.ts';
import type { ReportWriter } from './rows/report.ts';
import { createReported } from './rows/reported.ts';
import { createSourceRegister } from './rows/sources.ts';

interface Opening extends ImportDeps, ImportOptions {
  readonly batch: Id;
  readonly recordedAt: string;
  readonly factsBatch: FactsBatch;
  readonly segment: SegmentWriter;
  readonly report: ReportWriter;
  /** Some rows will ask who bears an identity number. */
  readonly watchIdentities: boolean;
}

/** What the importer may see: his compartments, on the shell every compartment of the store. */
export function importAudience(deps: ImportDeps, options: ImportOptions): Audience {
  const named = options.compartment === null ? [] : [options.compartment];
  const compartments = options.allowedCompartments ?? [...deps.everyCompartment(), ...named];
  return audienceOf(compartments, deps.ledger.approvals.endedOn(deps.clock.today()));
}

/** Everything that the makers of rows share, for one import. */
export function openImportContext(opening: Opening): ImportContext {
  const { namespace, batch, factsBatch, ledger, facts, clock, report, segment } = opening;
  const audience = importAudience(opening, opening);
  const today = clock.today();
  const compartment = opening.compartment ?? general;
  const sources = createSourceRegister({ namespace, facts, audience, named: opening.source, compartment });
  const references = createReferences({
    namespace,
    facts,
    batch: factsBatch,
    endedApprovals: audience.endedApprovals,
    clocks: { trueAt: today, knownAt: today },
  });
  const levels = new Set(opening.approvalLevels ?? enumValues('approvalLevel'));
  const allowed = opening.allowedCompartments === null ? null : new Set(audience.compartments);
  const queue = { batch, recordedAt: opening.recordedAt, facts: factsBatch, segment };
  return {
    namespace,
    today,
    audience,
    references,
    sources,
    report,
    reported: createReported({
      facts,
      endedApprovals: audience.endedApprovals,
      clocks: { trueAt: today, knownAt: today },
      watching: opening.watchIdentities,
    }),
    provenances: createProvenances({ today, allowed }, sources),
    approvals: createApprovalRegister({ namespace, batch, today, levels, approvals: ledger.approvals }),
    privilege: createPrivilegeRegister(),
    allowed,
    intake: createIntake(queue),
    numbers: createIntake(queue),
    approval: opening.approval,
    endedApprovals: audience.endedApprovals,
  };
}
