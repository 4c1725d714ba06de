import type { Piece, PieceListener } from '../read/pieces.ts';
import type { ImportContext } from '../rows/context.ts';
import { newRow, type Row } from '../rows/row.ts';
import { readerOf } from './eventRows.ts';
import type { AgencyPlan } from './plans.ts';
import type { AgencyTable } from './records.ts';
import type { Naming, Survey } from './survey.ts';

const rowsPerPiece = 2_000;
/** Under this an identity number stands for its bearer in the rows made here; nobody's id begins so. */
const byIdentity = (identity: string): string => `identity:${identity}`;

/** Who holds the numbers of the tables: rows of accounts.csv or phones.csv where the holder is a subject of the approval (or the
 * number is what the record is about: then a refusal is told); other bearers only resolve the ends of approved rows, as what
 * registers list does; and what leads to nobody, or to several, stays beside the number as a candidate. */
export async function* holderRows(
  plan: AgencyPlan,
  tables: readonly AgencyTable[],
  survey: Survey,
  context: ImportContext,
  listener: PieceListener,
): AsyncIterable<Piece> {
  const { reported, references, approvals } = context;
  const reader = readerOf(plan.holders.file, plan.holders.columns);
  await context.sources.prepare([], reader);
  const { compartment } = context.sources.standard(null);
  const ground = approvals.ground('', context.approval, compartment);
  let rows: Row[] = [];

  async function bearerOf(number: string, naming: Naming): Promise<boolean> {
    const bearers = naming.identity === '' ? null : await reported.bearers(compartment, naming.identity);
    const file = tables[naming.file]?.file.name ?? '';
    const [bearer] = bearers ?? [];
    if (bearer === undefined || bearers?.length !== 1) {
      if (naming.own && bearers !== null)
        listener
          .of(file)
          .note(bearer === undefined ? 'holder_unknown' : 'holder_several', headerOf(naming), naming.line);
      return false;
    }
    reported.addHolder(plan.space, compartment, number, bearer.id);
    // Without an approval no row comes in, and each of them says so itself.
    if (typeof ground === 'string' || (!naming.own && !ground.basis.isSubject(bearer.id))) return true;
    if (plan.space === 'phone' && bearer.type !== 'Person') return true;
    references.declare(compartment, 'party', byIdentity(naming.identity), { ...bearer, assertion: null, standing: -1 });
    const row = newRow([number, byIdentity(naming.identity), naming.bank], naming.line);
    row.place = { file, fields: new Map(plan.holders.columns.map((column) => [column, headerOf(naming)])) };
    rows.push(row);
    return true;
  }
  function headerOf(naming: Naming): string {
    const { headers } = tables[naming.file]!.probe.layout; // a naming stands in one of them
    const role = naming.own ? 'ownIdentity' : 'otherIdentity';
    return headers.get(role) ?? role;
  }

  for (const [given, namings] of survey.namings) {
    const number = survey.canonical(given);
    let candidate: Naming | undefined;
    let known = false;
    for (const naming of namings.values()) {
      if (await bearerOf(number, naming)) known = true;
      else if (candidate === undefined || (candidate.identity === '' && naming.identity !== '')) candidate = naming;
    }
    if (!known && candidate !== undefined && (candidate.name !== '' || candidate.identity !== ''))
      reported.addCandidate(plan.space, compartment, number, candidate);
    if (rows.length < rowsPerPiece) continue;
    yield { reader, rows };
    rows = [];
  }
  if (rows.length > 0) yield { reader, rows };
}
