import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { unknownId } from '../harness/ids.ts';
import type { Person } from '../harness/place.ts';
import { strayAccount, strayPhone } from '../story/general.ts';
import { sealed } from '../story/sealed.ts';
import { one, type RouteGenerators, withQuery } from './choices.ts';

type Files = Readonly<Record<string, string>>;

const approvalHead =
  'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,obtained_on,retain_until,compartment';
const paper = (id: string, number: string, authority: string, file: string, subjects: string, compartment = '') =>
  `${id},${number},${authority},city,${file},calls;bank;copresence,${subjects},2024-01-01,2025-12-31,2025-06-01,2026-03-31,2025-12-31,2099-12-31,${compartment}`;

/** Files that a viewer brings: of his own, of what everybody knows, and of what he cannot know is there already. */
const bundles: Readonly<Record<string, Files>> = {
  'new people': { 'people.csv': 'id,name,phones\nNW-P1,新甲,19911110001\nNW-P2,新乙,\nNW-P2,新丙,\n' },
  'people there are': { 'people.csv': 'id,name,birth_date\nTP-P01,覃志远,1974\nSX-P01,覃某,1999\nSX-P02,罗某,1999\n' },
  'the hidden row itself': { 'people.csv': 'id,name,source_id,known_at\nSX-P02,罗暗,SX-S1,2024-01-01\n' },
  'ties into the dark': {
    'ties.csv': 'from_id,to_id,kind\nTP-P01,SX-P01,friend\nTP-P01,SP-P03,friend\nSX-P01,SX-P02,kin\nNO-1,TP-P01,kin\n',
  },
  'a hidden source': {
    'sources.csv': 'id,name,kind,grade\nSX-S1,我的来源,other,C3\nNW-S1,新来源,other,B2\n',
    'people.csv': 'id,name,source_id\nNW-P3,新丁,SX-S1\nNW-P4,新戊,NW-S1\n',
  },
  'a hidden source, not declared': { 'people.csv': 'id,name,source_id\nNW-P5,新己,SX-S1\nNW-P6,新庚,TP-S1\n' },
  'events under a paper of his own': {
    'cases.csv': 'id,kind,opened\nNW-C1,criminal,2025-01-01\n',
    'approvals.csv': `${approvalHead}\n${paper('NW-A1', '新1号', '新局', 'NW-C1', 'AC-P01;LR-P05')}\n`,
    'calls.csv': `from_id,to_id,at,seconds,approval_id\nAC-P01,${strayPhone},2024-05-05T10:00:00,5,NW-A1\nLR-P05,TP-P01,2024-05-06T23:00:00,600,NW-A1\nAC-P01,SX-P01,2024-05-06T23:00:00,600,NW-A1\n`,
    'payments.csv': `payer_id,payee_id,at,amount,approval_id\nAC-P01,${strayAccount},2024-05-05T10:00:00,5,NW-A1\nLR-P05,LR-P02,2024-05-06T23:00:00,600,SX-A1\n`,
    'copresence.csv':
      'event_id,person_id,kind,from,approval_id\nNW-E1,AC-P01,meal,2024-05-05T10:00:00,NW-A1\nNW-E1,SX-P01,meal,2024-05-05T10:00:00,NW-A1\nNW-E1,SP-P01,meal,2024-05-05T10:00:00,NW-A1\n',
  },
  'organisations that are people, hidden': {
    'organisations.csv': 'id,name,kind\nSX-P01,某公司,company\nSX-G1,某社,association\n',
  },
  'events under papers there are': {
    'calls.csv':
      'from_id,to_id,at,seconds,approval_id\nLR-P05,TP-P01,2024-05-08T23:00:00,600,SX-A1\nSP-P03,SP-P01,2024-05-08T23:00:00,60,SP-A1\n',
  },
  'a case and its parties': {
    'cases.csv': 'id,kind,opened\nSX-C1,criminal,2025-02-02\nTP-C1,criminal,2025-05-12\n',
    'case_parties.csv': 'case_id,person_id,role\nSX-C1,AC-P07,suspect\nTP-C1,TP-P06,witness\nNO-C,TP-P06,witness\n',
    'bids.csv': 'tender_id,company_id,won\nTP-T1,AC-O2,false\nSX-T1,AC-O2,true\n',
    'awareness.csv': 'operation_id,person_id,from\nSX-X1,SP-P02,2024-07-01\nSP-X1,SP-P02,2024-06-01\n',
  },
  'posts and records': {
    'posts.csv':
      'person_id,organisation_id,title,department,from\nTP-P06,TP-O1,科员,town,2020-01-01\nTP-P06,SX-O2,科员,town,2020-01-01\n',
    'disclosures.csv': 'person_id,at,kind,about_id\nTP-P05,2020-01-01,gift,SX-P01\nTP-P05,2020-01-01,gift,TP-P03\n',
    'records_obtained.csv': 'person_id,kind,approval_id\nTP-P01,calls,SX-A1\nSP-P03,calls,SP-A1\n',
    'informants.csv': 'handler_id,person_id\nSP-P01,SP-P05\n',
  },
  'rows of compartments': {
    'people.csv': `id,name,compartment\nNW-P7,新辛,task-1\nNW-P8,新壬,${sealed}\nNW-P9,新癸,no-such\nNW-P0,新子,informants\n`,
  },
  broken: { 'people.csv': 'id,name,ethnicity\nNW-PX,新丑,x\n' },
};

const bytesOf = (files: Files): { name: string; bytes: Uint8Array<ArrayBuffer> } => {
  const [first, ...others] = Object.entries(files);
  if (first !== undefined && others.length === 0) return { name: first[0], bytes: strToU8(first[1]) };
  const mtime = new Date(2026, 0, 1);
  return {
    name: 'bundle.zip',
    bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime }),
  };
};

export const importRoutes: RouteGenerators = {
  'post /imports/:batch/retract': {
    times: 5,
    requests: (ids) =>
      fc
        .record({ as: fc.constantFrom<Person>('plain', 'force', 'supervisor'), place: fc.integer({ min: 0, max: 5 }) })
        .map(({ as, place }) => {
          const route = 'post /imports/:batch/retract';
          const tried = { route, as, body: { reason: '有误', dryRun: true } };
          const done = { ...tried, body: { reason: '有误' } };
          return [
            { route: 'get /imports', as, path: '/imports', remember: { batch: `items.${place}.batch` } },
            { ...tried, path: '/imports/{batch}/retract' },
            { ...done, path: '/imports/{batch}/retract' },
            { ...done, path: '/imports/{batch}/retract' },
            { route: 'get /imports/:batch', as, path: '/imports/{batch}' },
            // The bundle everything came in: what goes is counted, nothing goes.
            { ...tried, path: '/imports/{bundle}/retract' },
            ...ids.keeper.batches.slice(0, 2).map((batch) => ({ ...done, path: `/imports/${batch}/retract` })),
            { ...done, path: `/imports/${unknownId('b')}/retract` },
          ];
        }),
  },
  'post /imports': {
    whole: () =>
      Object.values(bundles).flatMap((files) =>
        (['plain', 'force'] as const).map((as) => {
          const { name, bytes } = bytesOf(files);
          return {
            route: 'post /imports',
            as,
            path: as === 'force' ? '/imports?namespace=F' : '/imports',
            headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': encodeURIComponent(name) },
            bytes,
          };
        }),
      ),
    times: 12,
    requests: () =>
      one(
        fc
          .record({
            files: fc.constantFrom(...Object.values(bundles)),
            as: fc.constantFrom<Person>('plain', 'plain', 'force', 'supervisor'),
            compartment: fc.option(fc.constantFrom('task-1', 'general', sealed, 'no-such'), {
              nil: undefined,
              freq: 4,
            }),
            source: fc.option(fc.constantFrom('走访', 'SX-S1', 'TP-S1'), { nil: undefined, freq: 3 }),
            approval: fc.option(fc.constantFrom('SX-A1', 'SP-A1'), { nil: undefined, freq: 6 }),
            namespace: fc.option(fc.constantFrom('', 'NS'), { nil: undefined, freq: 6 }),
            strict: fc.option(fc.constantFrom('true', 'false'), { nil: undefined, freq: 6 }),
            dryRun: fc.option(fc.constantFrom('true', 'false'), { nil: undefined, freq: 4 }),
          })
          .map(({ files, as, ...query }) => {
            const { name, bytes } = bytesOf(files);
            return {
              route: 'post /imports',
              as,
              path: withQuery('/imports', query),
              headers: { 'Content-Type': 'application/octet-stream', 'X-Filename': name },
              bytes,
            };
          }),
      ),
  },
};
