export type Kind = 'zip' | 'gzip' | 'tar' | 'unsupported' | 'plain';

/** Bytes needed to tell: the tar mark stands at 257. */
export const MAGIC_BYTES = 512;

const UNSUPPORTED: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // rar
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];
const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06], // a zip without entries
];

/** What a file is by its first bytes; its name is never asked. */
export function kindOf(head: Uint8Array): Kind {
  if (ZIP.some((mark) => startsWith(head, mark))) return 'zip';
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (isTar(head)) return 'tar';
  if (UNSUPPORTED.some((mark) => startsWith(head, mark)) && !isText(head)) return 'unsupported';
  return 'plain';
}

function startsWith(head: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => head[at] === byte);
}

/** A text may begin with « BZh »; a packed file soon shows bytes that no text has. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

const CHECKSUM_AT = 148;
const CHECKSUM_LENGTH = 8;

/** By the sum every tar header carries, which also knows the oldest form without a mark. */
function isTar(head: Uint8Array): boolean {
  if (head.length < MAGIC_BYTES || head[0] === 0) return false;
  const written = new TextDecoder('latin1').decode(head.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_LENGTH));
  const octal = /^ *([0-7]+)[\0 ]/.exec(written)?.[1];
  if (octal === undefined) return false;
  let sum = 0;
  for (let at = 0; at < MAGIC_BYTES; at += 1) {
    sum += at >= CHECKSUM_AT && at < CHECKSUM_AT + CHECKSUM_LENGTH ? 0x20 : (head[at] ?? 0);
  }
  return sum === Number.parseInt(octal, 8);
}
