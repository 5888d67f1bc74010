import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import type { Stored } from './spool.ts';

const HEAD_BYTES = 4096;
const SMALL_BYTES = 64 * 1024;
const READ_BYTES = 256 * 1024;

/** The first 4 KiB as text, whatever they are. */
export function headOf(stored: Stored): string {
  const bytes = beginningOf(stored, HEAD_BYTES);
  return new TextDecoder(utf16(bytes) ?? 'utf-8').decode(bytes);
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * A small file comes in one read, at once: exports hold thousands of them, and going through the thread pool costs
 * many times what the file does.
 */
export async function* bytesOf(stored: Stored): AsyncIterable<Uint8Array> {
  const { file, size, offset } = stored;
  if (size <= SMALL_BYTES) {
    if (size > 0) yield beginningOf(stored, size);
    return;
  }
  yield* createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: READ_BYTES });
}

function beginningOf({ file, size, offset }: Stored, most: number): Uint8Array {
  const bytes = Buffer.alloc(Math.min(most, size));
  const descriptor = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, offset));
  } finally {
    closeSync(descriptor);
  }
}
