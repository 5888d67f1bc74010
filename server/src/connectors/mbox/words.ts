import { decodeText } from '@passerelle/kit';

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | undefined>();
const MOST_DECODERS = 100;

/**
 * Text of bytes in the charset the message names; where it names none, or an unknown one, what the bytes look like.
 * Undefined when they look like no text at all.
 */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const decoder = charset === undefined ? undefined : decoderFor(charset.toLowerCase().replace(/\*.*$/, ''));
  return decoder === undefined ? decodeText(bytes)?.text : decoder.decode(bytes);
}

/** Names that promise less than what is often sent are read as bytes without a name. */
function decoderFor(label: string): Decoder | undefined {
  if (label === '' || label === 'us-ascii' || label === 'ascii' || label === 'utf-8') return undefined;
  if (!decoders.has(label) && decoders.size < MOST_DECODERS) decoders.set(label, newDecoder(label));
  return decoders.get(label);
}

function newDecoder(label: string): Decoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** Bytes of a quoted-printable body, given one character per byte. */
export function quotedPrintable(text: string): Buffer {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const joined = lines.join('\n').replaceAll('=\n', '');
  return Buffer.from(
    joined.replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

/** A header in plain text: encoded words (RFC 2047) decoded, a character cut between two words put together again. */
export function decodeWords(header: string): string {
  if (!header.includes('=?')) return header;
  const joined = header.replace(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replace(/(?:=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=)+/gi, decodeRun);
}

function decodeRun(run: string): string {
  let text = '';
  let charset: string | undefined;
  let bytes: Buffer[] = [];
  for (const [, label = '', how = '', body = ''] of run.matchAll(WORD)) {
    if (charset !== undefined && charset !== label.toLowerCase()) {
      text += decodeBytes(Buffer.concat(bytes), charset) ?? '';
      bytes = [];
    }
    charset = label.toLowerCase();
    bytes.push(how.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quotedPrintable(body.replaceAll('_', ' ')));
  }
  text += decodeBytes(Buffer.concat(bytes), charset) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\x00-\x1f]/g, ' ');
}
