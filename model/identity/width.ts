/** Full-width letters, digits and signs, and the ideographic blank, as the ASCII they stand for. Han text is left as it is. */
export function foldWidth(text: string): string {
  return /[\uFF01-\uFF5E\u3000]/.test(text)
    ? text.replace(/[\uFF01-\uFF5E\u3000]/g, (sign) =>
        sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
      )
    : text;
}
