import { entityId, type Id } from '../../model/ids.ts';

export const eventIds = (count: number): Id[] =>
  Array.from({ length: count }, (_, at) => entityId('', 'party', String(at)));
