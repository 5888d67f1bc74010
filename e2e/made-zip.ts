import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;

/** A zip, stored as it is, with any names at all: tools that write zips refuse the names we need. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const path = Buffer.from(name);
    const local = Buffer.concat([headerOf(LOCAL, 30, path, body), path, body]);
    const central = Buffer.concat([headerOf(CENTRAL, 46, path, body), path]);
    central.writeUInt32LE(offset, 42);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Both headers of an entry hold the same fields; those of the directory stand two bytes further. */
function headerOf(signature: number, length: number, path: Buffer, body: Buffer): Buffer {
  const header = Buffer.alloc(length);
  const shift = signature === CENTRAL ? 2 : 0;
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 4 + shift);
  header.writeUInt32LE(crc32(body), 14 + shift);
  header.writeUInt32LE(body.length, 18 + shift);
  header.writeUInt32LE(body.length, 22 + shift);
  header.writeUInt16LE(path.length, 26 + shift);
  return header;
}
