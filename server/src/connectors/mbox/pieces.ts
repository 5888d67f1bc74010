import { badCharacter, isNews, problemOf, problemPiece, rawPiece } from '@passerelle/kit';
import type { ExportFile, ImportState, Piece, ProblemCode, Raw } from '@passerelle/kit';
import { bodyOf } from './body.ts';
import type { Body } from './body.ts';
import { listOf } from './channel.ts';
import type { List } from './channel.ts';
import { mailDate } from './date.ts';
import { parts, ids, sender } from './headers.ts';
import type { Sender } from './headers.ts';
import type { Mail } from './schema.ts';
import { Splitter } from './split.ts';
import type { Found } from './split.ts';
import { madeUpId, placeOf, subjectOf } from './thread.ts';

/** A message longer than this is told as a problem and passed over. */
export const MESSAGE_LIMIT = 10 * 1024 * 1024;

/** Reads one mailbox file, message after message. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  const splitter = new Splitter(MESSAGE_LIMIT);
  let last = '\n';
  for await (const chunk of file.bytes()) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    for (const found of splitter.push(text)) yield* piecesOf(file, found, state);
    if (text !== '') last = text.slice(-1);
  }
  const cut = last !== '\n';
  let line = 1;
  for (const found of splitter.end()) {
    line = found.line;
    yield* piecesOf(file, found, state, cut);
  }
  if (cut) yield problemPiece(problemOf(file.path, 'cut_short', { line }));
}

/** `cut`: the message may lack its end, so that a whole copy of another export must win over it. */
async function* piecesOf(file: ExportFile, found: Found, state: ImportState, cut = false): AsyncIterable<Piece> {
  if (found.type === 'preamble' && found.content.trim() === '') return;
  const known = await understood(found, file.path);
  if ('problem' in known) {
    yield problemPiece(problemOf(file.path, known.problem, { line: found.line, excerpt: known.excerpt }));
    return;
  }
  for (const raw of around(known, state)) yield rawPiece(raw);
  const { mail, at } = known;
  yield rawPiece({ kind: 'message', externalId: mail.id, version: cut ? '' : at, payload: mail });
}

interface Understood {
  readonly mail: Mail;
  /** Instant or day, sortable. */
  readonly at: string;
  readonly by: Sender;
  readonly list: List;
}

interface Refused {
  readonly problem: ProblemCode;
  readonly excerpt?: string;
}

async function understood(found: Found, path: string): Promise<Understood | Refused> {
  if (found.type === 'too_long') return { problem: 'element_too_big', excerpt: found.envelope };
  if (found.type === 'preamble') return { problem: 'unknown_file', excerpt: found.content.slice(0, 200) };
  const { headers, body } = parts(found.content);
  if (body === undefined) return { problem: 'cut_short', excerpt: found.envelope };
  const signed = signatureOf(headers, found.envelope);
  if ('problem' in signed) return signed;
  const written = await bodyOf(headers, found.content, body).catch(() => 'unreadable' as const);
  if (written === undefined) return { problem: 'not_text', excerpt: found.envelope };
  if (written === 'unreadable') return { problem: 'wrong_shape', excerpt: found.envelope };
  const list = listOf(headers, path);
  const mail = mailOf(headers, signed, written, list.id);
  const bad = badCharacter(mail);
  return bad === undefined ? { mail, by: signed.by, list, at: signed.at } : { problem: bad, excerpt: found.envelope };
}

interface Signature {
  readonly from: string;
  readonly date: string;
  readonly by: Sender;
  readonly at: string;
}

/** Who and when: nothing is kept of a message that does not say it. */
function signatureOf(headers: ReadonlyMap<string, string>, envelope: string): Signature | Refused {
  const from = fromOf(headers, envelope);
  const by = sender(from);
  if (by === undefined) return { problem: 'missing_field', excerpt: `From: ${from}` };
  const date = headers.get('date') ?? '';
  const when = mailDate(date);
  if (when === undefined) return { problem: 'bad_date', excerpt: `Date: ${date}` };
  return { from, date, by, at: 'at' in when ? when.at : when.day };
}

/** Lists that rewrite the sender (« Ada via liste ») keep the true one elsewhere; a missing From is on the first line. */
function fromOf(headers: ReadonlyMap<string, string>, envelope: string): string {
  const from = headers.get('from');
  if (from === undefined) return /^From (\S+(?: at \S+)?)/.exec(envelope)?.[1] ?? '';
  if (!/\svia\s/i.test(from)) return from;
  const original = headers.get('x-original-from') ?? headers.get('reply-to') ?? '';
  return sender(original) === undefined ? from : original;
}

function mailOf(headers: ReadonlyMap<string, string>, signed: Signature, written: Body, channel: string): Mail {
  const { from, date, by } = signed;
  const subject = headers.get('subject');
  const inReplyTo = headers.get('in-reply-to');
  const references = headers.get('references');
  return {
    id: ids(headers.get('message-id'))[0] ?? madeUpId(by.address, date, subject ?? '', written.text),
    from,
    date,
    channel,
    ...(subject === undefined ? {} : { subject }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references }),
    ...written,
  };
}

/** The person, channel and thread a message makes known, where this run has not told them yet. */
function around({ mail, by, list, at }: Understood, state: ImportState): Raw[] {
  const raws: Raw[] = [];
  const add = (kind: string, externalId: string, version: string, payload: object): void => {
    const raw: Raw = { kind, externalId, version, payload };
    if (isNews(state, raw)) raws.push(raw);
  };
  add('channel', list.id, '1', list);
  // A message that carries a name says more of its author than a later one without.
  add(
    'person',
    by.address,
    `${by.name === undefined ? 0 : 1} ${at}`,
    by.name === undefined ? { address: by.address } : by,
  );
  const place = placeOf(mail);
  const { title } = subjectOf(mail.subject, list.name);
  // The opening message names the thread; until it is met, a reply's subject does.
  const thread = { id: place.thread, channel: mail.channel, ...(title === '' ? {} : { title }) };
  add('thread', place.thread, place.opens ? '2' : '1', thread);
  return raws;
}
