/** Text → GB18030, as far as its two-byte part (GBK) goes: the runtime decodes that encoding and does not write it, so the table
 * is turned round once. */
let table: ReadonlyMap<string, number> | undefined;

function twoByteSigns(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const signs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\uFFFD' && !signs.has(sign)) signs.set(sign, lead * 256 + trail);
    }
  return signs;
}

export function gb18030(text: string): Uint8Array {
  table ??= twoByteSigns();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else {
      const known = table.get(sign);
      if (known === undefined) throw new Error(`No two bytes for U+${code.toString(16)}`);
      bytes.push(known >> 8, known & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
