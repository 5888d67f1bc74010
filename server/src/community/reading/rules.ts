import { plainText } from '#platform/html/index.ts';
import { HIT_END, HIT_START } from './model.ts';
import type { AuthorRow, HitRow, MessageRow, ThreadHeadRow, ThreadListRow, WhenRow } from './model.ts';
import type { Author, MessageView, SearchHit, Segment, ThreadRow, ThreadView, When } from './wire.ts';

const EXCERPT = 110;

export function toWhen(row: WhenRow): When {
  if (row.day !== null) return { day: row.day };
  return { at: (row.at ?? new Date(0)).toISOString() };
}

export function toAuthor(row: AuthorRow): Author {
  return {
    memberId: row.author_member,
    identityId: row.author_identity,
    name: row.author_name,
    kind: row.author_kind,
    byNameOnly: row.author_keyed_by === 'name',
    erased: row.author_erased,
  };
}

/** A date of a thread, as fine as its place gives dates. */
function threadWhen(at: Date | null, hasHours: boolean): When | null {
  if (at === null) return null;
  return hasHours ? { at: at.toISOString() } : { day: at.toISOString().slice(0, 10) };
}

export function toThreadRow(row: ThreadListRow): ThreadRow {
  return {
    id: row.id,
    title: titleOf(row),
    place: { id: row.place_id, name: row.place_name },
    channel: { id: row.channel_id, name: row.channel_name },
    openedBy: isKnown(row) ? toAuthor(row) : null,
    opened: threadWhen(row.opened_at, row.has_hours),
    last: threadWhen(row.last_at, row.has_hours),
    messages: row.message_count,
    locked: row.locked,
    labels: [...row.labels],
  };
}

/** A first line that somebody set in bold, or as a heading, is the title he gave. */
const HEADING = /^\s*(?:#{1,6}\s+|\*\*(?=[^*\n]+\*\*\s*\n))(?<words>[^\n]+?)(?:\*\*)?\s*\n/;

/** A chat gives its threads no title: they are called by how they begin. */
function titleOf({ title, untitled }: Pick<ThreadHeadRow, 'title' | 'untitled'>): string | null {
  if (title === null || !untitled) return title;
  const words = plainText(HEADING.exec(title)?.groups?.['words'] ?? title, 'markdown');
  return words === '' ? null : cut(words);
}

export function toThreadView(row: ThreadHeadRow): ThreadView {
  return {
    id: row.id,
    title: titleOf(row),
    place: { id: row.place_id, name: row.place_name },
    channel: { id: row.channel_id, name: row.channel_name },
    link: isWebAddress(row.url) ? row.url : null,
    locked: row.locked,
    labels: [...row.labels],
    messages: row.message_count,
  };
}

function isKnown(row: Partial<AuthorRow>): row is AuthorRow {
  return row.author_member !== undefined && row.author_member !== null;
}

export function toMessageView(row: MessageRow, html: string): MessageView {
  return {
    id: row.id,
    threadId: row.thread_id,
    author: toAuthor(row),
    when: toWhen(row),
    html,
    language: row.language,
    state: row.state,
    edited: row.edited_at?.toISOString() ?? null,
    link: isWebAddress(row.url) ? row.url : null,
    repliesTo: repliesTo(row),
    reactions: [...row.reactions],
  };
}

function repliesTo(row: MessageRow): MessageView['repliesTo'] {
  if (row.reply_id === null) return null;
  const excerpt = plainText(row.reply_text ?? '', row.reply_format ?? 'plain');
  return { id: row.reply_id, author: row.reply_author ?? '', excerpt: cut(excerpt) };
}

function cut(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Links come from outside: only web addresses are offered. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}

export function toSearchHit(row: HitRow): SearchHit {
  return {
    messageId: row.id,
    threadId: row.thread_id,
    channelId: row.channel_id,
    title: row.title,
    place: { id: row.place_id, name: row.place_name },
    channel: { id: row.channel_id, name: row.channel_name },
    author: toAuthor(row),
    when: toWhen(row),
    excerpt: toSegments(plainText(row.headline, row.format)),
  };
}

/** Splits a marked headline into pieces that a page can mark itself, without any HTML. */
export function toSegments(marked: string): Segment[] {
  const segments: Segment[] = [];
  for (const [index, part] of marked.split(HIT_START).entries()) {
    const [hit, rest] = index === 0 ? ['', part] : splitOnce(part, HIT_END);
    if (hit !== '') segments.push({ text: hit, hit: true });
    if (rest !== '') segments.push({ text: rest, hit: false });
  }
  return segments;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
