import type { TypeName } from '../../../../model/vocabulary/types.ts';
import { isRecord } from '../isRecord.ts';
import { always, type FaultItem, type Item, type ItemReader, type Note } from '../items.ts';
import { readJsonObjects } from '../jsonObjects.ts';
import { createSayer, type Saying, startSaying, validityIn } from '../saying.ts';

type Json = Readonly<Record<string, unknown>>;
const entityTypes: Readonly<Record<string, TypeName>> = {
  registeredEntity: 'Company',
  stateBody: 'PublicBody',
  state: 'PublicBody',
};

/** Beneficial Ownership Data Standard 0.4: records of entities, people and relationships. edge: INTERESTED PARTY owns SUBJECT.
 * Who is declared unknown is nobody: the reason is kept beside the company, and no person is made up. */
export function bodsReader(today: string): ItemReader {
  const sayer = createSayer(today, false);
  return async function* items(file, how) {
    const types = new Map<string, TypeName>();
    for await (const objects of readJsonObjects(file.read(), how))
      yield objects.map(({ text, number, tooLong }): Item => {
        if (tooLong) return fault(number, 'line_too_long', null);
        const given = parsed(text);
        return given === undefined ? fault(number, 'bad_json', null) : statement(given, number, types);
      });
  };

  function statement(given: Json, line: number, types: Map<string, TypeName>): Item {
    const id = textAt(given, 'recordId');
    const details = isRecord(given.recordDetails) ? given.recordDetails : {};
    if (id === '') return fault(line, 'missing', 'recordId');
    if (given.recordStatus === 'closed') return fault(line, 'deletion', 'recordStatus');
    if (given.recordType === 'entity' || given.recordType === 'person') {
      const kind = isRecord(details.entityType) ? textAt(details.entityType, 'type') : '';
      const type = given.recordType === 'person' ? 'Person' : (entityTypes[kind] ?? 'LegalEntity');
      types.set(id, type);
      const saying = startSaying(type);
      sayPartyOf(saying, details);
      return node(saying, id, line);
    }
    if (given.recordType !== 'relationship') return fault(line, 'unknown_type', 'recordType');
    const subject = textAt(details, 'subject');
    if (subject === '') return fault(line, 'missing', 'subject');
    const party = details.interestedParty;
    if (typeof party === 'string') return tie(details, id, party, subject, line);
    if (!isRecord(party)) return fault(line, 'missing', 'interestedParty');
    const saying = startSaying(types.get(subject) ?? 'LegalEntity');
    sayer.say(saying, 'notes', [
      ['reason', 'description']
        .map((name) => textAt(party, name))
        .filter(Boolean)
        .join(': '),
    ]);
    return node(saying, subject, line);
  }

  function sayPartyOf(saying: Saying, details: Json): void {
    const names = listAt(details, 'names').map((name) => textAt(name, 'fullName'));
    sayer.say(saying, 'name', [textAt(details, 'name'), ...names]);
    sayer.say(saying, saying.type === 'Person' ? 'birthDate' : 'incorporationDate', [
      textAt(details, saying.type === 'Person' ? 'birthDate' : 'foundingDate'),
    ]);
    const numbers = listAt(details, 'identifiers').map((one) => `${textAt(one, 'scheme')} ${textAt(one, 'id')}`);
    sayer.say(saying, saying.type === 'Person' ? 'notes' : 'registrationNumber', numbers);
    if (saying.type === 'Person')
      sayer.say(
        saying,
        'nationality',
        listAt(details, 'nationalities').map((one) => textAt(one, 'code')),
      );
    else if (isRecord(details.jurisdiction)) sayer.say(saying, 'jurisdiction', [textAt(details.jurisdiction, 'code')]);
  }

  function node(saying: Saying, id: string, line: number): Item {
    const said = sayer.finish(saying);
    if (saying.fault !== null) return fault(line, saying.fault.why, saying.fault.field);
    const { type, notes } = saying;
    return { item: 'node', line, inner: false, notes, id, ownKey: null, type, said, validity: always };
  }

  function tie(details: Json, key: string, from: string, to: string, line: number): Item {
    const saying = startSaying('Ownership');
    const interests = listAt(details, 'interests');
    sayer.say(
      saying,
      'role',
      interests.map((one) => textAt(one, 'type')),
    );
    for (const { share } of interests)
      if (isRecord(share) && typeof share.exact === 'number') sayer.say(saying, 'percentage', [String(share.exact)]);
    sayer.say(
      saying,
      'startDate',
      interests.map((one) => textAt(one, 'startDate')),
    );
    sayer.say(
      saying,
      'endDate',
      interests.map((one) => textAt(one, 'endDate')),
    );
    const validity = validityIn(saying);
    const role = saying.said.role?.[0] ?? '';
    const said = sayer.finish(saying);
    if (saying.fault !== null) return fault(line, saying.fault.why, saying.fault.field);
    return {
      item: 'tie',
      line,
      inner: false,
      notes: saying.notes,
      key,
      kind: 'owner',
      type: 'Ownership',
      from: [from],
      to: [to],
      ends: ['interestedParty', 'subject'],
      role,
      said,
      validity,
      lowest: false,
    };
  }
}

const fault = (line: number, why: Note['why'], field: string | null): FaultItem => ({
  item: 'fault',
  line,
  inner: false,
  why,
  field,
});

function textAt(given: Json, name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value.trim() : '';
}
function listAt(given: Json, name: string): readonly Json[] {
  const value = given[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
