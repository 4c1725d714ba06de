/** Errors by name. Each carries facts, never a sentence to be parsed; `api/http/problems.ts` holds the one table to HTTP. */
export type ErrorCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden_role'
  | 'purpose_required'
  | 'origin_refused'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'precondition_failed'
  | 'too_large'
  | 'unsupported_media'
  | 'rate_limited'
  | 'busy'
  | 'store_unavailable'
  | 'engine_unavailable'
  | 'cancelled';

/** One part of the input that is at fault: a JSON path, a column or an option. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export class PowangError extends Error {
  readonly code: ErrorCode;
  readonly faults: readonly Fault[];
  constructor(code: ErrorCode, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.name = code;
    this.code = code;
    this.faults = faults;
  }
}

export class InvalidInput extends PowangError {
  constructor(path: string, message: string, code = 'bad_value') {
    super('invalid_input', message, [{ path, code, message }]);
  }
}
/** A missing and a forbidden thing answer alike, word for word: the message names neither kind nor id. */
export class NotFound extends PowangError {
  constructor() {
    super('not_found', 'nothing here by that id');
  }
}
export class Conflict extends PowangError {
  constructor(message: string) {
    super('conflict', message);
  }
}
export class Forbidden extends PowangError {
  constructor(code: 'forbidden_role' | 'purpose_required' | 'origin_refused', message: string) {
    super(code, message);
  }
}
export class StoreBusy extends PowangError {
  constructor(message = 'another write is under way; try again shortly') {
    super('busy', message);
  }
}
export class StoreUnavailable extends PowangError {
  constructor(message: string) {
    super('store_unavailable', message);
  }
}
export class EngineUnavailable extends PowangError {
  constructor(message: string) {
    super('engine_unavailable', message);
  }
}
export class Cancelled extends PowangError {
  constructor() {
    super('cancelled', 'stopped on request');
  }
}

/** How a list or an answer says that it was cut. */
export interface Cut {
  readonly complete: boolean;
  readonly limit: number | null;
  readonly cutAt: { readonly reason: 'limit' | 'deadline' | 'hops' | 'memory'; readonly at: number } | null;
}
export const whole = (limit: number | null = null): Cut => ({ complete: true, limit, cutAt: null });
export const cutByLimit = (limit: number): Cut => ({ complete: false, limit, cutAt: { reason: 'limit', at: limit } });
