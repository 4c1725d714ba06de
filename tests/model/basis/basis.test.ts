import { describe, expect, it } from 'vitest';
import { type ApprovalPaper, createBasis, type PaperContext, paperFault } from '../../../model/basis/basis.ts';
import { createPrivilege, createPrivilegeRegister } from '../../../model/basis/privilege.ts';
import { rejectCodes, rejectReasons } from '../../../model/basis/rejects.ts';
import { firstDay } from '../../../model/dates.ts';

const paper: ApprovalPaper = {
  level: 'county',
  kinds: ['calls', 'copresence'],
  subjects: ['e_zhou', 'e_wu'],
  dataFrom: '2024-01-01',
  dataTo: '2024-12-31',
  validFrom: '2024-03-01',
  validTo: '2024-06-30',
  obtainedOn: '2024-04-01',
  retainUntil: '2030-12-31',
  ended: null,
};
const context: PaperContext = {
  today: '2026-01-15',
  levels: new Set(['county', 'city']),
  case: { kind: 'criminal', opened: '2024-03-01' },
  numberTaken: false,
};
const day = (text: string) => firstDay(text);

describe('an approval', () => {
  it('is sound', () => {
    expect(paperFault(paper, context)).toBeNull();
  });

  it.each<[string, Partial<ApprovalPaper>, Partial<PaperContext>, string, string]>([
    ['of a level that is not used here', { level: 'village' }, {}, 'level', 'unknown_level'],
    ['whose number is another one’s', {}, { numberTaken: true }, 'number', 'number_taken'],
    ['for a case nobody knows', {}, { case: undefined }, 'case_id', 'unknown_case'],
    [
      'for an administrative case',
      {},
      { case: { kind: 'administrative', opened: '2024' } },
      'case_id',
      'case_not_criminal',
    ],
    [
      'for a case opened afterwards',
      {},
      { case: { kind: 'criminal', opened: '2024-07-01' } },
      'case_id',
      'case_not_opened',
    ],
    ['for a case of unknown opening', {}, { case: { kind: 'criminal', opened: null } }, 'case_id', 'case_not_opened'],
    ['used before it was in force', { obtainedOn: '2024-02-29' }, {}, 'obtained_on', 'not_in_force'],
    ['used after it ran out', { obtainedOn: '2024-07-01' }, {}, 'obtained_on', 'not_in_force'],
    ['used at an unknown day of a year', { obtainedOn: '2024' }, {}, 'obtained_on', 'not_in_force'],
    ['whose records may no longer be kept', { retainUntil: '2026-01-14' }, {}, 'retain_until', 'retention_past'],
    ['that was ended', { ended: { day: '2025-05-01' } }, {}, 'id', 'ended'],
  ])('%s carries nothing', (_name, changed, around, field, reason) => {
    expect(paperFault({ ...paper, ...changed }, { ...context, ...around })).toEqual({ field, reason });
  });

  it('keeps its rows on the last day, and a year-only date to the year’s end', () => {
    expect(paperFault({ ...paper, retainUntil: '2026-01-15' }, context)).toBeNull();
    expect(paperFault({ ...paper, retainUntil: '2026' }, context)).toBeNull();
    expect(
      paperFault({ ...paper, validTo: '2024' }, { ...context, case: { kind: 'criminal', opened: '2024' } }),
    ).toBeNull();
  });
});

describe('a row under an approval', () => {
  const basis = createBasis(paper);

  it('needs a subject at one end, on a day of the window', () => {
    expect(basis.ofPair('calls', 'e_zhou', 'e_zheng', day('2024-01-01'))).toBeNull();
    expect(basis.ofPair('calls', 'e_zheng', 'e_wu', day('2024-12-31'))).toBeNull();
    expect(basis.ofPair('calls', 'e_zheng', 'e_wang', day('2024-05-01'))).toBe('subject');
    expect(basis.ofPair('calls', 'e_zhou', 'e_wu', day('2023-12-31'))).toBe('window');
    expect(basis.ofPair('calls', 'e_zhou', 'e_wu', day('2025-01-01'))).toBe('window');
  });

  it('must be of its kind', () => {
    expect(basis.ofPair('payments', 'e_zhou', 'e_wu', day('2024-05-01'))).toBe('kind');
    expect(basis.ofHolder('accounts', 'e_zhou')).toBe('kind');
    expect(basis.ofHolder('phones', 'e_zhou')).toBeNull();
    expect(basis.ofHolder('phones', 'e_zheng')).toBe('subject');
  });

  it('of co-presence needs one participant who is a subject, and a time', () => {
    expect(basis.ofParticipants('copresence', ['e_zheng', 'e_wu', 'e_wang'])).toBeNull();
    expect(basis.ofParticipants('copresence', ['e_zheng', 'e_wang'])).toBe('subject');
    expect(basis.inWindow(null, null)).toBe('no_time');
    expect(basis.inWindow(day('2024-12-31'), day('2025-01-01'))).toBe('window');
  });

  it('reads a window given in years', () => {
    const yearly = createBasis({ ...paper, dataFrom: '2023', dataTo: '2024-02' });
    expect(yearly.inWindow(day('2023-01-01'), day('2024-02-29'))).toBeNull();
    expect(yearly.inWindow(day('2024-03-01'), day('2024-03-01'))).toBe('window');
  });
});

describe('privilege', () => {
  it('lies between counsel and the suspects of the same case, whichever is named first', () => {
    const privilege = createPrivilege();
    privilege.addParty('e_case1', 'e_counsel', 'counsel');
    privilege.addParty('e_case1', 'e_suspect', 'suspect');
    privilege.addParty('e_case1', 'e_witness', 'witness');
    privilege.addParty('e_case2', 'e_other', 'suspect');
    expect(privilege.between('e_suspect', 'e_counsel')).toBe(true);
    expect(privilege.between('e_counsel', 'e_suspect')).toBe(true);
    expect(privilege.between('e_counsel', 'e_other')).toBe(false);
    expect(privilege.between('e_counsel', 'e_witness')).toBe(false);
    expect(privilege.isCounselOfOne('e_counsel', ['e_other', 'e_suspect'])).toBe(true);
    expect(privilege.isCounselOfOne('e_suspect', ['e_counsel'])).toBe(false);
  });
  it('counts for a row what its readers know: general and its own compartment', () => {
    const register = createPrivilegeRegister();
    const party = (person: string, role: string) => ({ caseId: 'e_case1', person, role });
    expect(register.of('sealed').none()).toBe(true);
    register.addParty('general', party('e_suspect', 'suspect'));
    register.addParty('sealed', party('e_counsel', 'counsel'));
    const between = (compartment: string) => register.of(compartment).between('e_counsel', 'e_suspect');
    expect([between('general'), between('sealed'), between('other')]).toEqual([false, true, false]);
    register.addParty('general', party('e_counsel', 'counsel'));
    expect([between('general'), between('sealed'), between('other')]).toEqual([true, true, true]);
  });
});

describe('reasons', () => {
  it('each have a code and words in both languages', () => {
    for (const { code, zh, en } of Object.values(rejectReasons)) {
      expect(rejectCodes[code]).toBeDefined();
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });
});
