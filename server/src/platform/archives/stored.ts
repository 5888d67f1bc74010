import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Stored } from './spool.ts';

const HEAD_BYTES = 4096;
const READ_BYTES = 256 * 1024;

/** The first 4 KiB as text, whatever they are. */
export function headOf({ file, size, offset }: Stored): string {
  const bytes = Buffer.alloc(Math.min(HEAD_BYTES, size));
  const descriptor = openSync(file, 'r');
  try {
    const read = readSync(descriptor, bytes, 0, bytes.length, offset);
    return new TextDecoder(utf16(bytes) ?? 'utf-8').decode(bytes.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** A small file comes in one read: a stream costs more than the file when there are thousands of them. */
export async function* bytesOf({ file, size, offset }: Stored): AsyncIterable<Uint8Array> {
  if (size === 0) return;
  if (size > READ_BYTES) {
    yield* createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: READ_BYTES });
    return;
  }
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(size), 0, size, offset);
    yield buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
