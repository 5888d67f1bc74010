import { plainText } from '#platform/html/index.ts';
import type { EvidenceRow, Heard } from './model.ts';
import type { Evidence } from './wire.ts';

/** As much of a text as is kept. */
const LONGEST = 20_000;

/** Whether there is still something to keep: a message taken away since is no evidence. */
export function isHeard({ state }: Pick<Heard, 'state'>): boolean {
  return state === 'shown' || state === 'hidden';
}

/** What somebody quotes of others, and the line that says of whom, as forums and mails write it. */
const QUOTED_HTML = /<(aside|blockquote)\b[^>]*>[\s\S]*?<\/\1>/gi;
const QUOTED_LINES = /^(?:(?:On|Le) .{4,200}(?:wrote|écrit) ?:\s*\r?\n\s*(?=>)|\s*>.*(?:\r?\n|$))/gim;

/** What a mail says below its words about who sent it, after the line that mails begin it with. */
const SIGNATURE = /(?:^|\n)-- ?\r?\n[\s\S]*$/;

/**
 * The words of a message as evidence keeps them: on one line, without marks, and without what it quotes, which somebody
 * else said, or the signature. A message that is all quotation keeps it.
 */
export function wordsOf({ text, format }: Pick<Heard, 'text' | 'format'>): string {
  const signed = format === 'html' ? text : text.replace(SIGNATURE, '');
  const own = plainText(signed.replaceAll(format === 'html' ? QUOTED_HTML : QUOTED_LINES, ''), format);
  return (own === '' ? plainText(text, format) : own).slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

const PREVIEW = 600;

/** A message as it would be kept, before it is. */
export function previewOf(heard: Heard, mayName: boolean) {
  return {
    author: mayName ? heard.authorName : null,
    place: heard.placeName,
    channel: heard.channelName,
    when: heard.day === null ? { at: (heard.at ?? new Date(0)).toISOString() } : { day: heard.day },
    text: wordsOf(heard).slice(0, PREVIEW),
    language: heard.language,
  };
}

/** A number for each human of a list, in the order in which they come: what stands for names where names are not shown. */
function aliasesOf(rows: readonly Pick<EvidenceRow, 'heard_from' | 'id'>[]): ReadonlyMap<string, number> {
  const aliases = new Map<string, number>();
  for (const row of rows) {
    const who = whose(row);
    if (!aliases.has(who)) aliases.set(who, aliases.size + 1);
  }
  return aliases;
}

/** Somebody of whom nothing is left cannot be told to be somebody else of the list: he stands for himself. */
function whose({ heard_from, id }: Pick<EvidenceRow, 'heard_from' | 'id'>): string {
  return heard_from ?? id;
}

/** Evidence as it is shown: without a name and whatever leads to one, for those who may not see names. */
export function present(rows: readonly EvidenceRow[], mayName: boolean): Evidence[] {
  const aliases = aliasesOf(rows);
  return rows.map((row) => ({
    id: row.id,
    alias: aliases.get(whose(row)) ?? 0,
    ...(mayName ? named(row) : { author: null, memberId: null, messageId: null, threadId: null, link: null }),
    kind: row.kind ?? 'person',
    place: row.place_name,
    channel: row.channel_name,
    when: row.day === null ? { at: (row.at ?? new Date(0)).toISOString() } : { day: row.day },
    text: row.text,
    language: row.language,
    gone: row.gone_because,
    addedAt: row.added_at.toISOString(),
  }));
}

function named(row: EvidenceRow): Pick<Evidence, 'author' | 'memberId' | 'messageId' | 'threadId' | 'link'> {
  const isLeft = row.gone_because === null;
  return {
    author: row.author_name,
    memberId: isLeft ? row.heard_from : null,
    messageId: isLeft ? row.message_id : null,
    threadId: isLeft ? row.thread_id : null,
    link: row.url !== null && /^https?:\/\//i.test(row.url) ? row.url : null,
  };
}
