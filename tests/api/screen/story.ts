import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A county of one gang, one police officer who is paid and called by it, and a dozen colleagues who are not. */
const officers = ['wei', ...Array.from({ length: 12 }, (_, i) => `peer${String(i).padStart(2, '0')}`)];
const month = (i: number): string => String(i + 1).padStart(2, '0');

const files: Readonly<Record<string, readonly string[]>> = {
  'sources.csv': ['id,name,kind,grade,compartment', 'reg,register,register,B2,', 'tel,telecom,telecom,A2,'],
  'people.csv': [
    'id,name,birth_date,source_id',
    ...officers.map((id, i) => `${id},警员${i + 1},1980-01-01,reg`),
    'ding,丁大,1975-05-05,reg',
    'hu,胡二,1978-05-05,reg',
    'jia,贾氏,1981-05-05,reg',
    'shao,邵中,1979-05-05,reg',
    'fang,方告,1990-05-05,reg',
  ],
  'organisations.csv': [
    'id,name,kind,industry,area,tier,filed_case_id,source_id',
    'bureau,城东分局,public_body,,城东,,,reg',
    'gang,沙场帮,gang,砂石,河口,evil-group,c1,reg',
    'quarry,河口砂石厂,company,砂石,河口,,,reg',
  ],
  'posts.csv': [
    'person_id,organisation_id,title,department,rank,area,from,source_id',
    ...officers.map((id) => `${id},bureau,民警,police,3,城东,2015-01-01,reg`),
  ],
  'ties.csv': [
    'from_id,to_id,kind,share,certainty,from,source_id',
    'ding,gang,gang_member,,confirmed,2020-01-01,reg',
    'hu,gang,gang_member,,confirmed,2020-01-01,reg',
    'wei,jia,spouse,,,2008-01-01,reg',
    'ding,quarry,owner,80,,2019-01-01,reg',
    'jia,quarry,owner,20,,2021-01-01,reg',
  ],
  'cases.csv': [
    'id,title,kind,charge,area,opened,evidence,severity,source_id',
    'c1,沙场案,criminal,寻衅滋事,河口,2023-01-10,0.8,0.6,reg',
  ],
  'case_parties.csv': [
    'case_id,person_id,role,source_id',
    'c1,ding,suspect,reg',
    'c1,hu,suspect,reg',
    'c1,fang,reporter,reg',
  ],
  'decisions.csv': [
    'id,case_id,person_id,stage,decision,at,handler_id,approver_id,source_id',
    'd1,c1,ding,measure,bail,2023-01-20,peer00,,reg',
  ],
  'operations.csv': [
    'id,target_id,organisation_id,at,outcome,source_id',
    'raid,gang,bureau,2024-03-10T20:00:00,missed,reg',
  ],
  'awareness.csv': [
    'operation_id,person_id,from,source_id',
    'raid,wei,2024-03-08T09:00:00,reg',
    'raid,peer01,2024-03-08T09:00:00,reg',
  ],
  'approvals.csv': [
    'id,number,authority,level,case_id,kinds,subjects,data_from,data_to,valid_from,valid_to,obtained_on,retain_until',
    'ap1,调字1号,县局,county,c1,calls;bank,ding;hu,2023-01-01,2024-12-31,2024-01-01,2025-06-30,2025-02-01,2099-12-31',
  ],
  'records_obtained.csv': [
    'person_id,kind,from,to,approval_id',
    ...['ding', 'hu'].flatMap((id) => ['calls', 'bank'].map((kind) => `${id},${kind},2023-01-01,2024-12-31,ap1`)),
  ],
  'disclosures.csv': ['person_id,at,kind,source_id', 'peer01,2023-05-05,gift,reg'],
  'calls.csv': [
    'from_id,to_id,at,seconds,kind,approval_id,source_id',
    ...Array.from({ length: 9 }, (_, i) => `wei,ding,2023-0${i + 1}-15T21:30:00,120,voice,ap1,tel`),
    'ding,wei,2024-03-09T22:00:00,45,voice,ap1,tel',
    // Placed to an officer and not answered: anybody could do that.
    ...Array.from({ length: 30 }, (_, i) => `hu,peer02,2024-01-${month(i)}T10:00:00,0,voice,ap1,tel`),
    // In the case that he decides in, after its opening: duty.
    ...Array.from({ length: 5 }, (_, i) => `peer00,ding,2023-02-0${i + 1}T10:00:00,90,voice,ap1,tel`),
  ],
  'payments.csv': [
    'payer_id,payee_id,at,amount,channel,memo,approval_id,source_id',
    ...Array.from({ length: 6 }, (_, i) => `hu,jia,2024-${month(i)}-05T12:00:00,3000,转账,往来,ap1,tel`),
  ],
};

/** What only the compartment of informants knows: that ding informs wei, and a post and calls that nobody else has heard of. */
const sealed: Readonly<Record<string, readonly string[]>> = {
  'informants.csv': ['handler_id,person_id,from', 'wei,ding,2022-01-01'],
  'duties.csv': ['person_id,other_id,from,to,kind,compartment', 'wei,ding,2023-01-01,2024-12-31,task,informants'],
  'people.csv': ['id,name,compartment', 'mole,暗线,informants'],
  'calls.csv': [
    'from_id,to_id,at,seconds,kind,approval_id,compartment',
    'mole,ding,2023-03-03T10:00:00,60,voice,ap1,informants',
  ],
  'posts.csv': [
    'person_id,organisation_id,title,department,rank,area,from,compartment',
    'mole,bureau,民警,police,3,城东,2015-01-01,informants',
  ],
};

async function write(folder: string, bundle: Readonly<Record<string, readonly string[]>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, lines] of Object.entries(bundle)) await writeFile(join(folder, name), `${lines.join('\r\n')}\r\n`);
  return folder;
}

export const writeStory = (folder: string): Promise<string> => write(folder, files);
export const writeSealed = (folder: string): Promise<string> => write(folder, sealed);
