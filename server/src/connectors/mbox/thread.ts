import { clip } from '@passerelle/kit';
import { digest, ids } from './headers.ts';
import type { Mail } from './schema.ts';
import { decodeWords } from './words.ts';

export interface Place {
  readonly thread: string;
  readonly opens: boolean;
  readonly repliesTo: string | undefined;
}

/**
 * Where a message stands, from its own headers alone, so that the order of files changes nothing: the thread is the
 * first id of References, else that of In-Reply-To, else the message itself. A reply that names only a parent that is
 * itself a reply therefore starts a thread of its own named after that parent; `repliesTo` still links the two.
 * Archives without any id are grouped by subject.
 */
export function placeOf(mail: Mail): Place {
  const references = ids(mail.references);
  const parents = ids(mail.inReplyTo);
  const repliesTo = [parents[0], references.at(-1)].find((id) => id !== undefined && id !== mail.id);
  const thread = references[0] ?? parents[0];
  if (thread !== undefined) return { thread, opens: thread === mail.id, repliesTo };
  if (!mail.id.startsWith(NO_ID)) return { thread: mail.id, opens: true, repliesTo };
  const subject = subjectOf(mail.subject);
  return { thread: `${NO_ID}${digest(mail.channel, subject.title.toLowerCase())}`, opens: !subject.reply, repliesTo };
}

const NO_ID = 'no-id:';

/** A stable id for a message that has none, so that a second import finds it again. */
export function madeUpId(...facts: readonly string[]): string {
  return `${NO_ID}${digest(...facts)}`;
}

const REPLY = /^(?:re|r[ée]p|aw|sv|antw|tr|fwd?)\s*(?:\[\d+\])?\s*:\s*/i;
const MOST_TITLE = 500;

/** The subject without « Re: » and without the list's own tag. */
export function subjectOf(
  subject: string | undefined,
  list?: string,
): { readonly title: string; readonly reply: boolean } {
  let title = decodeWords(subject ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  let reply = false;
  for (let before = ''; before !== title;) {
    before = title;
    title = title.replace(REPLY, '');
    reply ||= title !== before;
    if (list !== undefined && title.toLowerCase().startsWith(`[${list.toLowerCase()}]`)) {
      title = title.slice(list.length + 2).trimStart();
    }
  }
  return { title: clip(title, MOST_TITLE), reply };
}
