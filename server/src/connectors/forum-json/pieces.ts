import { clip, isDay, isNews, jsonElements, problemOf, problemPiece, rawPiece } from '@passerelle/kit';
import type { ExportFile, ImportState, JsonItem, Piece, ProblemCode, Raw } from '@passerelle/kit';
import { peopleOf } from './people.ts';
import { plain } from './plain.ts';
import { Comment, Topic } from './schema.ts';
import type { Message, Thread } from './schema.ts';

type Element = Extract<JsonItem, { readonly type: 'element' }>;

const COMMENTS = 'threads[].comments[]';
const THREAD = 'threads[]';
/** Messages that stand before the id of their thread wait for it; more are told as a problem. */
const MOST_WAITING = 5_000;
const MOST_WAITING_CHARACTERS = 8 * 1024 * 1024;
const LONGEST_TITLE = 500;
const MOST_STATES = 20;

interface Reading {
  readonly file: ExportFile;
  readonly state: ImportState;
  readonly forum: string;
  /** Latest moment at which a message of the running thread was read from the place. */
  latest: string;
  waiting: Element[];
  waitingCharacters: number;
}

/** Reads one forum, message after message. What stands before a cut is kept, an unfinished thread included. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  const reading: Reading = { file, state, forum: forumOf(file.path), latest: '', waiting: [], waitingCharacters: 0 };
  for await (const item of jsonElements(file, [COMMENTS])) {
    if (item.type === 'problem') yield item;
    else if (item.type === 'element') yield* onComment(reading, item);
    else if (item.path === THREAD) yield* onThreadEnd(reading, item.value, item.line);
  }
  yield* nameless(reading);
}

/** Messages whose thread never said its id. */
function* nameless(reading: Reading): Iterable<Piece> {
  for (const { line } of reading.waiting) yield flaw(reading, 'missing_field', line, 'threads[].id');
}

function* onComment(reading: Reading, item: Element): Iterable<Piece> {
  const topic = Topic.safeParse(item.parents[1]).data;
  if (topic !== undefined) yield* commentPieces(reading, topic, item);
  else if (wait(reading, item)) reading.waiting.push(item);
  else yield flaw(reading, 'missing_field', item.line, 'threads[].id');
}

function wait(reading: Reading, item: Element): boolean {
  reading.waitingCharacters += JSON.stringify(item.value).length;
  return reading.waiting.length < MOST_WAITING && reading.waitingCharacters < MOST_WAITING_CHARACTERS;
}

function* onThreadEnd(reading: Reading, fields: unknown, line: number): Iterable<Piece> {
  const topic = Topic.safeParse(fields).data;
  if (topic === undefined) {
    yield flaw(reading, 'wrong_shape', line, 'threads[]');
    yield* nameless(reading);
  } else {
    for (const item of reading.waiting) yield* commentPieces(reading, topic, item);
    yield* news(reading, [threadRaw(reading, topic)]);
  }
  reading.waiting = [];
  reading.waitingCharacters = 0;
  reading.latest = '';
}

function* commentPieces(reading: Reading, topic: Topic, item: Element): Iterable<Piece> {
  const parsed = Comment.safeParse(item.value);
  if (!parsed.success) {
    yield flaw(reading, codeOf(item.value), item.line, JSON.stringify(item.value));
    return;
  }
  const { id, authorID: author, deducedDate: day, content, states, loadTimestamp } = parsed.data;
  const version = loadTimestamp == null ? '' : String(Math.trunc(loadTimestamp)).padStart(16, '0');
  if (version > reading.latest) reading.latest = version;
  const forum: Raw = { kind: 'forum', externalId: reading.forum, version: '', payload: { name: reading.forum } };
  yield* news(reading, [forum, threadRaw(reading, topic)]);
  for (const raw of peopleOf(author, day, content, reading.state)) yield rawPiece(raw);
  const payload: Message = {
    thread: topic.id,
    channel: reading.forum,
    position: id,
    author,
    day,
    content,
    states: states.slice(0, MOST_STATES),
  };
  yield rawPiece({ kind: 'message', externalId: `${topic.id}/${id}`, version, payload });
}

function threadRaw({ forum, latest }: Reading, topic: Topic): Raw {
  const title = clip(plain(topic.title ?? ''), LONGEST_TITLE);
  const tags = [topic.majorTag, topic.minorTag].flatMap((tag) => (tag == null || tag === '' ? [] : [clip(plain(tag))]));
  const payload: Thread = {
    channel: forum,
    ...(title === '' ? {} : { title }),
    tags,
    states: topic.states.slice(0, MOST_STATES),
  };
  return { kind: 'thread', externalId: topic.id, version: latest, payload };
}

/** A file is one forum, known by its name. */
function forumOf(path: string): string {
  const name = path.replace(/^.*\//, '').replace(/\.json(\.gz)?$/i, '');
  return name.trim() === '' ? path : name;
}

function* news({ state }: Reading, raws: readonly Raw[]): Iterable<Piece> {
  for (const raw of raws) if (isNews(state, raw)) yield rawPiece(raw);
}

function codeOf(value: unknown): ProblemCode {
  const day = typeof value === 'object' && value !== null && 'deducedDate' in value ? value.deducedDate : undefined;
  return typeof day === 'string' && !isDay(day) ? 'bad_date' : 'wrong_shape';
}

function flaw({ file }: Reading, code: ProblemCode, line: number, excerpt: string): Piece {
  return problemPiece(problemOf(file.path, code, { line, excerpt }));
}
