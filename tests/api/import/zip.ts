import { crc32, deflateRawSync } from 'node:zlib';

/** A small archive, made by hand: names and contents as given, however hostile. `said` is the size an entry claims to have. */
export function zipOf(entries: readonly { name: string; data: Uint8Array | string; said?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, said } of entries) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const head = (signature: number, offset: number | null) => {
      const fixed = Buffer.alloc(offset === null ? 30 : 46);
      let place = fixed.writeUInt32LE(signature, 0);
      if (offset !== null) place = fixed.writeUInt16LE(20, place);
      place = fixed.writeUInt16LE(20, place);
      place = fixed.writeUInt16LE(0x800, place);
      place = fixed.writeUInt16LE(8, place);
      place = fixed.writeUInt32LE(0, place);
      place = fixed.writeUInt32LE(crcOf(raw), place);
      place = fixed.writeUInt32LE(packed.length, place);
      place = fixed.writeUInt32LE(said ?? raw.length, place);
      place = fixed.writeUInt16LE(title.length, place);
      if (offset !== null) fixed.writeUInt32LE(offset, 42);
      return Buffer.concat([fixed, title]);
    };
    const body = Buffer.concat([head(0x04034b50, null), packed]);
    directory.push(head(0x02014b50, at));
    bodies.push(body);
    at += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

const crcOf = (bytes: Uint8Array): number => crc32(bytes);
