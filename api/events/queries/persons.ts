import type { Id } from '../../../model/ids.ts';

/** Whose: the ids of the parameter `persons`, or, where it is null, the session's `officials`. */
export const isAsked = (persons: readonly Id[] | null) =>
  persons === null
    ? 'EXISTS (SELECT 1 AS found FROM officials AS p WHERE p.official = c.person)'
    : 'EXISTS (SELECT 1 AS found FROM persons AS p WHERE p.person = c.person)';

export const personLists = ({ persons }: { persons: readonly Id[] | null }) => (persons === null ? {} : { persons });
