export type Values = Readonly<Record<string, string | number>>;

/** Puts values into `{name}` places of a message. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
