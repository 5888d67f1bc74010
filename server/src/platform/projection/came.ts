import { RELATIONS } from './relations.ts';

/** A row of `plain_message` as PostgreSQL told it; instants in microseconds. */
export interface CameMessage {
  /** The whole of it, to be held against what the copy has. */
  readonly line: string;
  readonly id: string;
  readonly placeId: string;
  readonly channelId: string;
  readonly threadId: string | null;
  readonly identityId: string;
  readonly opens: boolean;
  readonly instant: number | undefined;
  readonly day: string | undefined;
  readonly position: string | null;
  readonly replyToId: string | null;
  readonly counts: boolean;
  readonly language: string | null;
  readonly localDay: string;
}

const [MESSAGE] = RELATIONS.filter(({ name }) => name === 'plain_message');
const COLUMNS = Object.keys(MESSAGE?.columns ?? {});

/** The messages of some lines, as `copyStatement` has them written. */
export function messagesIn(lines: string): readonly CameMessage[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => messageIn(line));
}

function messageIn(line: string): CameMessage {
  const values = new Map(line.split('\t').map((value, at) => [COLUMNS[at], value === '' ? null : value] as const));
  const value = (column: string): string | null => values.get(column) ?? null;
  const must = (column: string): string => value(column) ?? '';
  const instant = value('instant');
  return {
    line,
    id: must('id'),
    placeId: must('place_id'),
    channelId: must('channel_id'),
    threadId: value('thread_id'),
    identityId: must('identity_id'),
    opens: value('opens') === 't',
    instant: instant === null ? undefined : Number(instant),
    day: value('day') ?? undefined,
    position: value('position'),
    replyToId: value('reply_to_id'),
    counts: value('counts') === 't',
    language: value('language'),
    localDay: must('local_day'),
  };
}

/** A text of DuckDB that writes a message as PostgreSQL does. */
export const LINE = `concat_ws(chr(9), ${Object.entries(MESSAGE?.columns ?? {})
  .map(([name, type]) => {
    if (type === 'boolean') return `case when one.${name} then 't' else 'f' end`;
    return `coalesce(${type === 'timestamptz' ? `epoch_us(one.${name})` : `one.${name}`}::text, '')`;
  })
  .join()})`;
