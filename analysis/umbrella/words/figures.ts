/** Figures inside sentences: whole numbers as they are, fractions to one decimal, very small ones said so. No percentages. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (value < 0.1) return value < 0.01 ? '<0.01' : value.toFixed(2);
  return value.toFixed(1);
}

/** Fen as yuan, without decimals. */
export const yuan = (fen: number): string => String(Math.round(fen / 100));
