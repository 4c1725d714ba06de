import { describe, expect, it } from 'vitest';
import { eventQuestion } from '../../../api/services/evidence/eventQuery.ts';
import { lookingBack, type Moment } from '../../../api/services/timeline.ts';
import { audienceOf } from '../../../model/audience.ts';
import { installed, party, today } from './fixture.ts';

const files = {
  'people.csv': 'id,name\nP1,周一\nP2,吴二\nP3,郑三\n',
  'organisations.csv': 'id,name,kind\nO1,河口派出所,public_body\n',
  'posts.csv': 'person_id,organisation_id,title,department,from,to\nP1,O1,民警,police,2015-03,2019-12-31\n',
  'ties.csv':
    'from_id,to_id,kind,from,to,compartment\nP1,P2,classmate,1995,,\nP1,P3,friend,,,\nP2,P3,associate,2020-05-01,,\nP1,P2,associate,2018,,sealed\n',
  'cases.csv': 'id,kind,opened\nK1,criminal,2024-03-01\n',
  'case_parties.csv': 'case_id,person_id,role\nK1,P2,suspect\n',
  'approvals.csv':
    'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,obtained_on,retain_until\n' +
    'A1,1号,县局,county,K1,calls;bank;copresence,P1;P2,2024-01-01,2024-12-31,2024-03-01,2024-06-30,2024-04-01,2030-12-31\n',
  'calls.csv':
    'from_id,to_id,at,seconds,approval_id\nP1,P2,2024-01-31T23:59:59,60,A1\nP2,P1,2024-02-01T00:00:00,30,A1\nP1,P2,2024-02-10T09:00:00,10,A1\nP1,P3,2024-02-11T09:00:00,5,A1\n',
} as const;
const general = audienceOf([]);
const asked = { trueAt: today, knownAt: today };
const told = (items: readonly Moment[]) =>
  items.map(({ from, kind, about, other, count }) => `${from} ${kind} ${about.caption} ${other.caption} ${count}`);

async function opened() {
  const { services, report } = await installed(files);
  expect(report.rejects).toEqual([]);
  return services;
}

describe('a timeline', () => {
  it('of one person: ended posts too, cases, and contact by month with whom', async () => {
    const { timeline } = await opened();
    const found = await timeline(general, lookingBack(asked), party('P1'), { limit: 50, offset: 0 });
    expect(told(found.items)).toEqual(
      [
        '1995 classmate 周一 吴二 1',
        '2015-03 post 周一 河口派出所 1',
        '2024-01 calls 周一 吴二 1',
        '2024-02 calls 周一 吴二 2',
        '2024-02 calls 周一 郑三 1',
      ].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(found).toMatchObject({ undated: 1, complete: true, more: false });
  });

  it('of two: the dated ties of both, each once, and their contact with each other alone', async () => {
    const { timeline } = await opened();
    const found = await timeline(general, lookingBack(asked), party('P1'), { with: party('P2'), limit: 50, offset: 0 });
    expect(found.items.map(({ from, kind }) => `${from} ${kind}`)).toEqual([
      '1995 classmate',
      '2015-03 post',
      '2020-05-01 associate',
      '2024-01 calls',
      '2024-02 calls',
      '2024-03-01 case',
    ]);
    expect(found.items.find(({ kind }) => kind === 'case')?.about.id).toBe(party('P2'));
  });

  it('each month opens down to just its rows', async () => {
    const services = await opened();
    const { items } = await services.timeline(general, lookingBack(asked), party('P1'), { limit: 50, offset: 0 });
    for (const { events, count, other } of items.filter(({ what }) => what === 'month')) {
      const page = await services.eventRows(general, asked, eventQuestion(events!), { limit: 50, after: null });
      expect(page.total.count).toBe(count);
      expect(page.rows.every((row) => [row.from, row.to].includes(other.id))).toBe(true);
    }
  });

  it('a window that cuts a month cuts its count and its rows', async () => {
    const services = await opened();
    const window = { trueAt: '2024-02-05..2024-02-28', knownAt: today };
    const { items } = await services.timeline(general, window, party('P1'), {
      with: party('P2'),
      limit: 50,
      offset: 0,
    });
    const [month] = items.filter(({ what }) => what === 'month');
    expect(month).toMatchObject({ from: '2024-02', count: 1, sum: 10 });
    const page = await services.eventRows(general, asked, eventQuestion(month!.events!), { limit: 50, after: null });
    expect(page.total.rows).toBe(1);
  });

  it('shows nothing sealed, and as of a day nothing later', async () => {
    const { timeline } = await opened();
    const at = (audience: typeof general, trueAt: string) =>
      timeline(audience, lookingBack({ trueAt, knownAt: today }), party('P1'), { limit: 50, offset: 0 });
    const kinds = async (audience: typeof general, trueAt: string) =>
      (await at(audience, trueAt)).items.map(({ kind }) => kind);
    expect(await kinds(general, today)).not.toContain('associate');
    expect(await kinds(audienceOf(['sealed']), today)).toContain('associate');
    expect(await kinds(general, '2016')).toEqual(['classmate', 'post']);
  });

  it('comes a page at a time in one order; who is not there has none', async () => {
    const { timeline } = await opened();
    const all = await timeline(general, lookingBack(asked), party('P1'), { limit: 50, offset: 0 });
    const page = await timeline(general, lookingBack(asked), party('P1'), { limit: 2, offset: 2 });
    expect(page.items).toEqual(all.items.slice(2, 4));
    expect(page.more).toBe(true);
    for (const id of [party('none'), party('P1')])
      await expect(
        timeline(general, lookingBack(asked), id, { with: party('none'), limit: 5, offset: 0 }),
      ).rejects.toMatchObject({ code: 'not_found' });
  });
});
