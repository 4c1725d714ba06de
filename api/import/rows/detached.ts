/** A text of its own: one cut out of a piece of a file keeps the whole piece in memory for as long as it is kept.
 * (Shorter ones are copied when they are cut.) */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
