/** Bounds on what is read; hostile until proved otherwise. */
export interface ReadLimits {
  /** Characters of one record. */
  readonly record: number;
  /** Bytes that may come out of an archive in all, counted as they come. */
  readonly inflated: number;
  /** Out of an archive against its size, once more than `ratioFrom` bytes have come out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
}
export const readLimits: ReadLimits = {
  record: 4 * 1024 * 1024,
  inflated: 16 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 64 * 1024 ** 2,
  entries: 1000,
};
