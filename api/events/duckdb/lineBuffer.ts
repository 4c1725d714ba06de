/** Bytes of lines, written cell by cell into one buffer: texts in quotes (a quote inside is doubled), nothing for what is absent.
 * Building the lines as strings took five times as long, nearly all of it in collecting the pieces. */
export interface LineBuffer {
  text(value: string | null): void;
  whole(value: number | null): void;
  flag(value: boolean | null): void;
  endLine(): void;
  readonly length: number;
  /** The bytes so far, valid until the next cell is written; the buffer starts anew. */
  take(): Uint8Array;
}

const [quote, comma, newline, zero] = [0x22, 0x2c, 0x0a, 0x30];
const widestWhole = 20;

export function createLineBuffer(initialBytes: number): LineBuffer {
  let bytes = Buffer.allocUnsafe(initialBytes);
  let end = 0;

  function makeRoom(wanted: number): void {
    if (end + wanted <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, end + wanted));
    bytes.copy(larger, 0, 0, end);
    bytes = larger;
  }

  /** ASCII by hand; whatever holds more is written by the library from its start. */
  function quoted(value: string): void {
    makeRoom(value.length * 6 + 3); // at most three bytes a unit, a doubled quote two
    const start = end;
    bytes[end++] = quote;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code >= 0x80) {
        end = start + 1;
        end += bytes.write(value.replaceAll('"', '""'), end, 'utf8');
        break;
      }
      if (code === quote) bytes[end++] = quote;
      bytes[end++] = code;
    }
    bytes[end++] = quote;
  }

  function digits(value: number): void {
    if (value >= 0x7fffffff || value < 0) {
      end += bytes.write(String(value), end, 'latin1');
      return;
    }
    let divisor = 1;
    while (divisor * 10 <= value) divisor *= 10;
    for (let rest = value; divisor >= 1; divisor = Math.floor(divisor / 10)) {
      const digit = Math.floor(rest / divisor);
      bytes[end++] = zero + digit;
      rest -= digit * divisor;
    }
  }

  function separate(): void {
    makeRoom(1);
    bytes[end++] = comma;
  }

  return {
    text(value) {
      if (value !== null) quoted(value);
      separate();
    },
    whole(value) {
      makeRoom(widestWhole);
      if (value !== null) digits(value);
      separate();
    },
    flag(value) {
      makeRoom(1);
      if (value !== null) bytes[end++] = value ? zero + 1 : zero;
      separate();
    },
    endLine() {
      bytes[end - 1] = newline; // over the last comma
    },
    get length() {
      return end;
    },
    take() {
      const taken = bytes.subarray(0, end);
      end = 0;
      return taken;
    },
  };
}
