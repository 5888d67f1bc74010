import { isNews, jsonElements, misfit, problemOf, problemPiece, rawPiece } from '@passerelle/kit';
import type { ExportFile, ImportState, JsonItem, Piece, Raw } from '@passerelle/kit';
import { homeOf } from './names.ts';
import type { Home } from './names.ts';
import { Entry } from './schema.ts';
import type { Message } from './schema.ts';

type Element = Extract<JsonItem, { readonly type: 'element' }>;

/** The last second of the year 9999: what lies beyond has no ISO form. */
const LAST_SECOND = 253_402_300_799;

/** Reads one topic, message after message. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  const home = homeOf(file.path);
  if (home === undefined) {
    yield problemPiece(problemOf(file.path, 'unknown_file'));
    return;
  }
  for (const raw of around(home)) if (isNews(state, raw)) yield rawPiece(raw);
  for await (const item of jsonElements(file, ['[]'])) {
    if (item.type === 'problem') yield item;
    else if (item.type === 'element') yield* entryPieces(file.path, home, item, state);
    else yield problemPiece(problemOf(file.path, 'wrong_shape', { line: item.line }));
  }
}

function around({ stream, topic }: Home): Raw[] {
  return [
    { kind: 'stream', externalId: stream.id, version: '', payload: { name: stream.name } },
    {
      kind: 'topic',
      externalId: threadId(stream.id, topic),
      version: '',
      payload: { stream: stream.id, title: topic },
    },
  ];
}

function* entryPieces(file: string, home: Home, item: Element, state: ImportState): Iterable<Piece> {
  const parsed = Entry.safeParse(item.value);
  if (!parsed.success) {
    const code = misfit(item.value, parsed.error.issues[0]?.path ?? []);
    yield problemPiece(problemOf(file, code, { line: item.line, excerpt: JSON.stringify(item.value) }));
    return;
  }
  const { id, sender_full_name: sender, timestamp, content, last_edit_timestamp: edited } = parsed.data;
  if (!isSecond(timestamp) || (edited != null && !isSecond(edited))) {
    yield problemPiece(problemOf(file, 'bad_date', { line: item.line, excerpt: JSON.stringify(item.value) }));
    return;
  }
  const person: Raw = { kind: 'person', externalId: sender, version: '', payload: { name: sender } };
  if (isNews(state, person)) yield rawPiece(person);
  const payload: Message = {
    stream: home.stream.id,
    topic: home.topic,
    id,
    sender,
    timestamp,
    content,
    opens: item.index === 0,
    ...(edited == null ? {} : { edited }),
  };
  yield rawPiece({ kind: 'message', externalId: String(id), version: versionOf(edited), payload });
}

function isSecond(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= LAST_SECOND;
}

/** The archive dates edits only: the copy edited last wins. */
function versionOf(edited: number | null | undefined): string {
  return edited == null ? '' : String(Math.trunc(edited)).padStart(12, '0');
}

export function threadId(stream: string, topic: string): string {
  return `${stream}/${topic}`;
}
