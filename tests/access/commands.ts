import fc from 'fast-check';
import { tieKindNames } from '../../model/vocabulary/kinds.ts';
import type { Ids } from './harness/ids.ts';

/** A generator for every command: what of it is compared and with which arguments, or why nothing a viewer reads comes out. */
export type CommandGenerator =
  | {
      readonly times: number;
      readonly args: (ids: Ids) => fc.Arbitrary<readonly string[]>;
      /** What of the text is compared, where not all of it is; and why. */
      readonly of?: (text: string) => string;
    }
  | { readonly notCompared: string };

const option = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc.option(value, { nil: undefined, freq: 2 }).map((text) => (text === undefined ? [] : [`--${name}`, text]));
const all = (...parts: readonly fc.Arbitrary<readonly string[]>[]): fc.Arbitrary<readonly string[]> =>
  fc.tuple(...parts).map((given) => given.flat());
const always = (name: string, value: fc.Arbitrary<string>) => value.map((text) => [`--${name}`, text]);

/** Who asks (nobody who holds the sealed compartment), what for, and when. */
const reading = all(
  option('as', fc.constantFrom('plain', 'force', 'supervisor', 'local', 'security', 'nobody')),
  option('purpose', fc.constantFrom('review:test', 'case:AC-C1', 'case:SX-C1', 'x')),
  option('true-at', fc.constantFrom('2024-06-30', '2025-06-25', '2024-01-01..2024-12-31')),
  option('known-at', fc.constantFrom('2025-12-31', '2025-12-30')),
);
const kinds = option('kinds', fc.constantFrom(...tieKindNames, 'friend,kin,owner', 'no_such'));
/** Ids and keys of what is seen, of what is not, and of nothing. */
const entity = (ids: Ids): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids.visible.entities) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('TP-P01', 'SP-P03', 'LR-P05', 'AC-P01', 'AC-G1', 'TP-O1').map((key) => `key:${key}`),
    },
    { weight: 1, arbitrary: fc.constantFrom(...ids.hidden.entities) },
    { weight: 1, arbitrary: fc.constantFrom('key:SX-P01', 'key:SX-G1', 'key:none', 'nonsense') },
  );
const entities = (ids: Ids) => fc.array(entity(ids), { minLength: 1, maxLength: 2 }).map((list) => list.join(','));
const official = (ids: Ids) => fc.constantFrom(...ids.visible.officials, ...ids.hidden.officials);
const suspect = (ids: Ids) => fc.constantFrom(...ids.visible.suspects, ...ids.hidden.suspects);

export const commandGenerators: Readonly<Record<string, CommandGenerator>> = {
  screen: {
    times: 6,
    args: (ids) =>
      all(reading, fc.oneof(fc.constant([]), always('suspects', suspect(ids)), always('gang', entity(ids)))),
  },
  links: {
    times: 9,
    args: (ids) =>
      all(
        reading,
        option('official', official(ids)),
        option('suspect', suspect(ids)),
        option('gang', fc.constantFrom('key:SP-G1', 'key:SX-G1')),
        option('unit', fc.constantFrom('key:TP-O1', 'key:SX-O2')),
        kinds,
        option('max-hops', fc.constantFrom('1', '2', '4', '5')),
      ),
  },
  communities: {
    times: 7,
    args: () =>
      all(reading, kinds, option('resolution', fc.constantFrom('0.5', '2')), option('seed', fc.constantFrom('1', '9'))),
  },
  paths: {
    times: 12,
    args: (ids) =>
      all(
        reading,
        always('from', entities(ids)),
        always('to', entities(ids)),
        option('k', fc.constantFrom('1', '3', '50')),
        option('max-hops', fc.constantFrom('2', '3', '8')),
        kinds,
        option('from-date', fc.constantFrom('2024-01-01', '2025')),
        option('duty', fc.constantFrom('exclude', 'include')),
      ),
  },
  rank: {
    times: 7,
    args: () =>
      all(
        reading,
        always('measure', fc.constantFrom('degree', 'components', 'pagerank')),
        option('top', fc.constantFrom('1', '5', '1000')),
      ),
  },
  export: {
    times: 8,
    args: (ids) =>
      all(
        reading,
        always('format', fc.constantFrom('ftm', 'csv', 'gexf', 'pdf')),
        fc.constant(['--out', '{out}', '--reason', '核对']),
        option('ids', entities(ids)),
      ),
  },
  approvals: { times: 6, args: () => all(fc.constant(['list']), reading) },
  user: { times: 1, args: () => fc.constant(['list']) },
  // The log counts what everybody did, the hidden too: it is the shell's own; whether it is whole is said alike.
  audit: {
    times: 1,
    args: () => fc.constant(['verify']),
    of: (text) => text.replace(/"records": \d+/, '"records": …'),
  },
  serve: { notCompared: 'starts the server, whose answers are compared route by route' },
  import: {
    notCompared:
      'needs the shell, which may see the whole folder; its report is of every row of a file its caller holds',
  },
  generate: { notCompared: 'reads no store' },
  doctor: {
    notCompared:
      'needs the shell: examines every file of the folder for whoever runs the machine, and no viewer is part of it',
  },
};

/** The argument lists of a command, the same for the same seed. */
export function argumentsOf(name: string, ids: Ids, seed: number): readonly (readonly string[])[] {
  const generator = commandGenerators[name];
  if (generator === undefined || 'notCompared' in generator) return [];
  return fc.sample(generator.args(ids), { numRuns: generator.times, seed, unbiased: true });
}
