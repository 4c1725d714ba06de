/**
 * The lawful basis: which subjects' records were pulled, for which case, of which kind and period.
 *
 * One approval for each filed gang, some for suspects of ordinary cases, two for officials. All were obtained on the last day
 * for the two years before it. Every event row must pass `basisOf`, or it does not come into being.
 */
import { FIRST_DAY, isoDay, LAST_DAY } from '../basics/calendar.ts';
import type { IdMint } from '../basics/identifiers.ts';
import type { Random } from '../basics/random.ts';
import type { CaseFile, Gang, Official, Person } from '../cast/world.ts';
import type { Row } from '../tables.ts';

export type RecordKind = 'calls' | 'bank' | 'copresence';

export interface Approval {
  id: string;
  caseFile: CaseFile;
  kinds: RecordKind[];
  subjects: Person[];
  row: Row;
}

export interface Approvals {
  list: Approval[];
  subjectsOf(kind: RecordKind): Person[];
  /** The approval under which a row of this kind with these ends may stand, if there is one. */
  basisOf(kind: RecordKind, ends: readonly Person[]): Approval | undefined;
}

interface Wanted {
  gangs: Gang[];
  pulled: Set<Person>;
  suspects: { person: Person; caseFile: CaseFile }[];
  officials: Official[];
}

const ALL_KINDS: RecordKind[] = ['calls', 'bank', 'copresence'];
const AUTHORITIES = [
  ['county', '青岚县公安局'],
  ['city', '云麓市公安局'],
  ['province', '岚江省公安厅'],
] as const;
const SUBJECTS_EACH = 24;

export function makeApprovals(wanted: Wanted, mint: IdMint, random: Random): Approvals {
  const list: Approval[] = [];
  function approve(caseFile: CaseFile, kinds: RecordKind[], subjects: Person[]) {
    if (subjects.length === 0) return;
    const id = mint('A');
    const row = approvalRow(id, list.length + 1, caseFile, kinds, subjects, random);
    list.push({ id, caseFile, kinds, subjects, row });
  }

  for (const { filed, members, associates } of wanted.gangs) {
    const pulled = [...members, ...associates].filter((person) => wanted.pulled.has(person));
    if (filed) approve(filed, ALL_KINDS, random.shuffle(pulled));
  }
  for (let at = 0; at < wanted.suspects.length; at += SUBJECTS_EACH) {
    const part = wanted.suspects.slice(at, at + SUBJECTS_EACH);
    const first = part[0];
    const kinds = random.pick<RecordKind[]>([ALL_KINDS, ['calls', 'bank'], ['calls', 'copresence'], ALL_KINDS]);
    if (first) approve(first.caseFile, kinds, [...new Set(part.map((one) => one.person))]);
  }
  const filed = wanted.gangs.flatMap((gang) => gang.filed ?? []);
  const half = Math.ceil(wanted.officials.length / 2);
  for (const part of [wanted.officials.slice(0, half), wanted.officials.slice(half)]) {
    if (filed.length === 0) break;
    approve(
      random.pick(filed),
      ALL_KINDS,
      part.map((official) => official.person),
    );
  }
  return index(list);
}

function index(list: Approval[]): Approvals {
  const byKind = new Map<RecordKind, Map<Person, Approval>>(ALL_KINDS.map((kind) => [kind, new Map()]));
  for (const approval of list) {
    for (const kind of approval.kinds) {
      const subjects = byKind.get(kind);
      for (const person of approval.subjects) if (!subjects?.has(person)) subjects?.set(person, approval);
    }
  }
  return {
    list,
    subjectsOf: (kind) => [...(byKind.get(kind)?.keys() ?? [])],
    basisOf(kind, ends) {
      const subjects = byKind.get(kind);
      for (const person of ends) {
        const approval = subjects?.get(person);
        if (approval) return approval;
      }
      return undefined;
    },
  };
}

function approvalRow(
  id: string,
  serial: number,
  file: CaseFile,
  kinds: RecordKind[],
  subjects: Person[],
  random: Random,
): Row {
  const [level, authority] = random.pick(AUTHORITIES);
  return {
    id,
    number: `青调证字〔2025〕${serial}号`,
    authority,
    level,
    legal_ref: '反有组织犯罪法第二十七条',
    case_id: file.id,
    kinds: kinds.join(';'),
    subjects: subjects.map((person) => person.id).join(';'),
    data_from: isoDay(FIRST_DAY),
    data_to: isoDay(LAST_DAY),
    valid_from: isoDay(Math.max(file.opened, LAST_DAY - random.integer(20, 50))),
    valid_to: isoDay(LAST_DAY + random.integer(30, 120)),
    obtained_on: isoDay(LAST_DAY),
    retain_until: '2099-12-31',
    approver: `审批人${serial}`,
    second_approver: `复核人${serial}`,
  };
}
