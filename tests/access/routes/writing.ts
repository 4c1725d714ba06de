import fc from 'fast-check';
import { enumValues } from '../../../model/vocabulary/enums.ts';
import type { Asked } from '../harness/asking.ts';
import { unknownId } from '../harness/ids.ts';
import type { Person } from '../harness/place.ts';
import { sealed } from '../story/sealed.ts';
import { aFormedId, anId, aVisibleId, body, one, type RouteGenerators, writer } from './choices.ts';

/** An unheld compartment, one there is not, and those that some hold. */
const compartments = fc.option(fc.constantFrom('general', 'task-1', sealed, 'informants', 'no-such'), {
  nil: undefined,
  freq: 2,
});
const sources = fc.constantFrom('访谈', 'TP-S1', 'SX-S1', 'no-such');
const idempotency = fc.option(fc.constantFrom('key-1', 'key-2'), { nil: undefined, freq: 6 });

/** Writes: the same on both sides, one after the other, so that what they leave behind is compared by all that is read later. */
export const writingRoutes: RouteGenerators = {
  'post /assertions': {
    times: 18,
    requests: (ids) =>
      one(
        fc
          .record({
            as: writer,
            key: idempotency,
            source: sources,
            compartment: compartments,
            what: fc.oneof(
              fc.record({
                kind: fc.constant('Person'),
                properties: fc.constant({ name: ['新人'], birthDate: ['1980'] }),
              }),
              fc.record({
                kind: fc.constantFrom('Person', 'Company', 'Call', 'Employment'),
                about: anId(ids),
                properties: fc.constantFrom({ notes: ['补充'] }, { alias: ['别名'] }, { nonsense: ['x'] }),
              }),
              fc.record({
                kind: fc.constantFrom('Associate', 'Family', 'Ownership', 'CourtCaseParty'),
                ends: fc.record({
                  from: aFormedId(ids),
                  to: fc.oneof(aVisibleId(ids), aFormedId(ids)),
                  kind: fc.constantFrom('friend', 'kin', 'owner', 'case'),
                  role: fc.constantFrom('', '密友', 'suspect'),
                }),
                properties: fc.constant({}),
              }),
            ),
            validFrom: fc.option(fc.constantFrom('2020-01-01', 'x'), { nil: undefined, freq: 3 }),
          })
          .map(
            ({ as, key, what, ...rest }): Asked => ({
              route: 'post /assertions',
              as,
              path: '/assertions',
              ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
              body: body({ ...what, ...rest }),
            }),
          ),
      ),
  },
  'post /assertions/:id/retract': {
    times: 8,
    requests: (ids) =>
      one(
        fc.record({ as: writer, id: anId(ids, 'assertions', 'a') }).map(({ as, id }) => ({
          route: 'post /assertions/:id/retract',
          as,
          path: `/assertions/${id}/retract`,
          body: { reason: '有误' },
        })),
      ),
  },
  'post /assertions/:id/objections': {
    times: 6,
    requests: (ids) =>
      one(
        fc.record({ as: writer, id: anId(ids, 'assertions', 'a') }).map(({ as, id }) => ({
          route: 'post /assertions/:id/objections',
          as,
          path: `/assertions/${id}/objections`,
          body: { text: '有异议' },
        })),
      ),
  },
  'post /judgements': {
    times: 10,
    requests: (ids) =>
      one(
        fc
          .record({
            as: writer,
            a: aFormedId(ids),
            b: aFormedId(ids),
            judgement: fc.constantFrom(...enumValues('judgement'), 'perhaps'),
            compartment: compartments,
          })
          .map(({ as, ...asked }) => ({
            route: 'post /judgements',
            as,
            path: '/judgements',
            body: body({ ...asked, reason: '比对' }),
          })),
      ),
  },
  'get /imports/formats': {
    times: 2,
    requests: () => one(writer.map((as) => ({ route: 'get /imports/formats', as, path: '/imports/formats' }))),
  },
  'get /imports/reports/:id': {
    times: 2,
    requests: () =>
      fc.record({ as: fc.constantFrom<Person>('plain', 'force'), other: writer }).map(({ as, other }): Asked[] => [
        {
          route: 'post /imports',
          as,
          path: '/imports?dryRun=true',
          headers: { 'Content-Type': 'text/csv', 'X-Filename': 'people.csv' },
          bytes: 'id,name\nSX-P01,试\nTP-P01,试\n',
        },
        { route: 'get /imports/reports/:id', as, path: '{result}' },
        { route: 'get /imports/reports/:id', as: other, path: '{result}' },
        { route: 'get /imports/reports/:id', as, path: `/imports/reports/${unknownId('p')}` },
      ]),
  },
};
