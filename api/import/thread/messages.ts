import type { ErrorCode, Fault } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import type { FactsBatch } from '../../facts/facts.ts';

/** What the import and its writing thread say to each other. Assertions go as JSON text: cloning objects costs twice as much. */
export type ToThread =
  | { readonly call: number; readonly method: 'begin'; readonly batch: Id }
  | { readonly call: number; readonly method: 'put'; readonly assertions: string; readonly audience: unknown }
  | { readonly call: number; readonly method: 'close' }
  | { readonly call: number; readonly method: Exclude<keyof FactsBatch, 'put'>; readonly args: readonly unknown[] };

export type FromThread =
  | { readonly call: number; readonly value: unknown }
  | {
      readonly call: number;
      readonly error: { readonly code: ErrorCode | null; readonly message: string; readonly faults: readonly Fault[] };
    };

/** Number of the call nobody made: the thread answers it when it is there. */
export const ready = 0;

/** Result of a put: which of the assertions given are newly stored; null: all of them. */
export interface PutPlaces {
  readonly places: readonly number[] | null;
  readonly newEntities: number;
  readonly newTies: number;
}
