import type { ErrorCode, Fault } from '../../model/errors.ts';

/** What a parent and its child say to each other. `call` numbers a call for as long as the child lives. */
export type ToChild =
  | {
      readonly type: 'call';
      readonly call: number;
      readonly method: string;
      readonly args: readonly unknown[];
      readonly deadlineMs: number | null;
    }
  | { readonly type: 'cancel'; readonly call: number };

export type ToParent =
  | { readonly type: 'result'; readonly call: number; readonly value: unknown }
  | { readonly type: 'error'; readonly call: number; readonly error: SentError }
  | { readonly type: 'progress'; readonly call: number; readonly value: unknown };

export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly faults: readonly Fault[];
}

/** What a served method is told about its call, besides its arguments. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly deadlineMs: number | null;
  readonly progress: (value: unknown) => void;
}

/** Methods as the caller sees them. */
export type Methods<M> = { readonly [K in keyof M]: (...args: never[]) => Promise<unknown> };
/** The same methods as the child implements them: the context comes last. */
export type Served<M extends Methods<M>> = {
  readonly [K in keyof M]: (...args: [...Parameters<M[K]>, CallContext]) => ReturnType<M[K]>;
};
