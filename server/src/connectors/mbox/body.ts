import { simpleParser } from 'mailparser';
import { decodeBytes, quotedPrintable } from './words.ts';

export interface Body {
  readonly text: string;
  readonly format: 'plain' | 'html';
}

/**
 * The text a person wrote. Plain text is preferred to HTML; attached files are left out.
 * `content` is the whole message and `body` what follows its headers, one character per byte.
 * Undefined: not text in any recognised encoding.
 */
export async function bodyOf(
  headers: ReadonlyMap<string, string>,
  content: string,
  body: string,
): Promise<Body | undefined> {
  const type = (headers.get('content-type') ?? 'text/plain').toLowerCase();
  if (/^(?:multipart|message)\//.test(type)) return partsOf(content);
  if (!type.startsWith('text')) return { text: '', format: 'plain' };
  const charset = /charset\s*=\s*"?([^\s";]+)/.exec(type)?.[1];
  const bytes = unwrapped(unquoted(body), headers.get('content-transfer-encoding'));
  const text = decodeBytes(bytes, charset);
  return text === undefined ? undefined : { text: tidy(text), format: type.startsWith('text/html') ? 'html' : 'plain' };
}

/** mbox writers put a « > » before lines that begin with « From »: one is taken off again. */
function unquoted(body: string): string {
  return body.includes('>From ') ? body.replace(/^>(>*From )/gm, '$1') : body;
}

function unwrapped(body: string, encoding: string | undefined): Buffer {
  const how = encoding?.trim().toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64');
  return how === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
}

async function partsOf(content: string): Promise<Body> {
  const mail = await simpleParser(Buffer.from(unquoted(content), 'latin1'), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  if (mail.text !== undefined && mail.text.trim() !== '') return { text: tidy(mail.text), format: 'plain' };
  if (typeof mail.html === 'string') return { text: tidy(mail.html), format: 'html' };
  return { text: '', format: 'plain' };
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
}
