/**
 * A big, plain bundle for measuring the import: no story in it, only the sizes and the lawful basis of a real county.
 *
 * By default 500,000 people, 500,000 ties and 5 million calls under 40 approvals of 50 subjects each. Rows are made one by
 * one from their index and streamed to the file, so memory stays in the tens of megabytes whatever the size.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FIRST_DAY, isoDay, isoTime, LAST_DAY } from './county/basics/calendar.ts';
import { identityNumber } from './county/basics/identity.ts';
import { drawGivenName, drawSurname } from './county/basics/names.ts';
import { createRandom, type Random } from './county/basics/random.ts';
import { COLUMNS, type Row, type TableName } from './county/tables.ts';
import { writeTable } from './write.ts';

export interface BulkOptions {
  people?: number;
  ties?: number;
  calls?: number;
  seed?: number;
}

const SUBJECTS = 2000;
const SUBJECTS_EACH = 50;
const TIE_KINDS = ['kin', 'spouse', 'household', 'classmate', 'colleague', 'friend', 'associate'];
const SOURCES: readonly Row[] = [
  { id: 'S1', name: '户籍登记', kind: 'register', origin: 'register', grade: 'A2', compartment: 'general' },
  { id: 'S2', name: '办案系统', kind: 'case', origin: 'cases', grade: 'A1', compartment: 'general' },
  { id: 'S3', name: '话单', kind: 'telecom', origin: 'telecom', grade: 'A1', compartment: 'general' },
];

/** Writes `outDir/bundle/*.csv`; returns the rows of each file. */
export async function writeBulk(
  outDir: string,
  options: BulkOptions = {},
): Promise<Partial<Record<TableName, number>>> {
  const { people = 500_000, ties = 500_000, calls = 5_000_000, seed = 1 } = options;
  const random = createRandom(seed, 'bulk');
  const subjects = Math.min(SUBJECTS, Math.max(1, Math.floor(people / 10)));
  const approvals = Math.ceil(subjects / SUBJECTS_EACH);
  const tables: [TableName, Iterable<Row>][] = [
    ['sources', SOURCES],
    ['approvals', rows(approvals, (index) => approvalRow(index, subjects))],
    ['people', peopleRows(people, random.fork('people'))],
    ['ties', tieRows(ties, people, random.fork('ties'))],
    ['cases', rows(approvals, caseRow)],
    ['case_parties', rows(subjects, partyRow)],
    ['calls', callRows(calls, people, subjects, random.fork('calls'))],
    ['records_obtained', rows(subjects, obtainedRow)],
  ];
  const bundle = join(outDir, 'bundle');
  await mkdir(bundle, { recursive: true });
  const counts: Partial<Record<TableName, number>> = {};
  for (const [name, found] of tables)
    counts[name] = await writeTable(join(bundle, `${name}.csv`), COLUMNS[name], found);
  return counts;
}

/** The first people are the subjects, fifty to an approval. */
const personId = (index: number) => `B${index.toString(36).padStart(5, '0')}`;
const approvalId = (subject: number) => `BA${Math.floor(subject / SUBJECTS_EACH)}`;
const caseId = (subject: number) => `BC${Math.floor(subject / SUBJECTS_EACH)}`;

function* rows(count: number, make: (index: number) => Row): Generator<Row> {
  for (let index = 0; index < count; index++) yield make(index);
}

function* peopleRows(count: number, random: Random): Generator<Row> {
  const rounds = Math.ceil(count / 49_500);
  for (let index = 0; index < count; index++) {
    const male = random.chance(0.5);
    // area and serial repeat every 49,500 people; birth days of one such round differ from those of every other
    const birth = -24_000 + rounds * random.integer(0, Math.floor(17_000 / rounds)) + Math.floor(index / 49_500);
    yield {
      id: personId(index),
      name: drawSurname(random) + drawGivenName(random, male),
      id_number: identityNumber(
        `9903${String(1 + (Math.floor(index / 500) % 99)).padStart(2, '0')}`,
        birth,
        (index % 500) * 2 + (male ? 1 : 0),
      ),
      gender: male ? 'male' : 'female',
      birth_date: isoDay(birth),
      area: `青岚县第${1 + (index % 40)}片区`,
      phones: `1991${String(index).padStart(7, '0')}`,
      source_id: 'S1',
      known_at: '2024-01-01',
    };
  }
}

function* tieRows(count: number, people: number, random: Random): Generator<Row> {
  for (let index = 0; index < count; index++) {
    const from = random.integer(0, people - 1);
    const to = (from + 1 + random.integer(0, people - 2)) % people;
    const since = isoDay(random.integer(-8000, -1));
    yield {
      from_id: personId(from),
      to_id: personId(to),
      kind: random.pick(TIE_KINDS),
      from: since,
      source_id: 'S1',
      known_at: '2024-01-01',
    };
  }
}

function* callRows(count: number, people: number, subjects: number, random: Random): Generator<Row> {
  for (let index = 0; index < count; index++) {
    const subject = random.integer(0, subjects - 1);
    // two thirds within a circle of sixty, so that pairs repeat as they do in life
    const other = random.chance(0.66)
      ? (subject * 241 + random.integer(1, 60)) % people
      : random.integer(0, people - 1);
    if (other === subject) {
      index--;
      continue;
    }
    const [from, to] = random.chance(0.5) ? [subject, other] : [other, subject];
    yield {
      from_id: personId(from),
      to_id: personId(to),
      at: isoTime(random.integer(FIRST_DAY, LAST_DAY), random.integer(0, 86_399)),
      seconds: random.integer(1, 600),
      kind: 'voice',
      count: 1,
      approval_id: approvalId(subject),
      source_id: 'S3',
      known_at: isoDay(LAST_DAY),
    };
  }
}

const caseRow = (index: number): Row => ({
  id: `BC${index}`,
  title: `第${index + 1}号案`,
  kind: 'criminal',
  charge: '寻衅滋事',
  opened: '2024-06-01',
  source_id: 'S2',
  known_at: '2024-06-01',
});

const partyRow = (subject: number): Row => ({
  case_id: caseId(subject),
  person_id: personId(subject),
  role: 'suspect',
  source_id: 'S2',
  known_at: '2024-06-01',
});

const obtainedRow = (subject: number): Row => ({
  person_id: personId(subject),
  kind: 'calls',
  from: isoDay(FIRST_DAY),
  to: isoDay(LAST_DAY),
  approval_id: approvalId(subject),
  source_id: 'S2',
  known_at: isoDay(LAST_DAY),
});

const approvalRow = (index: number, subjects: number): Row => {
  const first = index * SUBJECTS_EACH;
  const named = Array.from({ length: Math.min(SUBJECTS_EACH, subjects - first) }, (_, place) =>
    personId(first + place),
  );
  return {
    id: `BA${index}`,
    number: `量调证字〔2025〕${index + 1}号`,
    authority: '青岚县公安局',
    level: 'county',
    case_id: `BC${index}`,
    kinds: 'calls',
    subjects: named.join(';'),
    data_from: isoDay(FIRST_DAY),
    data_to: isoDay(LAST_DAY),
    valid_from: '2025-12-01',
    valid_to: '2026-06-30',
    obtained_on: isoDay(LAST_DAY),
    retain_until: '2099-12-31',
    approver: '审批人',
    second_approver: '复核人',
  };
};
