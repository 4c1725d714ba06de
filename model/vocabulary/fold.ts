/** Brings a header or a label to one form, so that full-width letters, blanks, case and `_`/`-` make no difference.
 * The byte-order mark goes too: it sits on the first header of many real files. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff_-]+/g, '')
    .toLowerCase()
    .normalize('NFKC');
}
