import { JSON_LIMITS, isNews, jsonElements, misfit, problemOf, problemPiece, rawPiece } from '@passerelle/kit';
import type { ExportFile, ImportState, JsonItem, Piece, Raw } from '@passerelle/kit';
import type { z } from 'zod';
import { messageId, messageRaw, sortOf, versionOf } from './entries.ts';
import { madeAt, placeOf } from './layout.ts';
import type { List } from './layout.ts';
import { authorOf, authorRaw, nameOf, userRaw } from './people.ts';
import { Channel, Entry, Private, User } from './schema.ts';
import { channelOf, knownOf, rememberChannel, rememberName, rememberPrivate } from './state.ts';
import type { Known } from './state.ts';

type Element = Extract<JsonItem, { readonly type: 'element' }>;

interface Reading {
  readonly file: ExportFile;
  readonly root: string;
  readonly madeAt: string | undefined;
  readonly known: Known;
  readonly state: ImportState;
}

/** A channel's entry lists all its members. */
const LIST_LIMITS = { ...JSON_LIMITS, elementBytes: 64 * 1024 * 1024 };

/** Reads one list, or one day of one channel. */
export async function* pieces(file: ExportFile, state: ImportState): AsyncIterable<Piece> {
  const place = placeOf(file.path);
  if (place === undefined) {
    yield problemPiece(problemOf(file.path, 'unknown_file'));
    return;
  }
  const reading = { file, root: place.root, madeAt: madeAt(place.root), known: knownOf(state), state };
  if (place.type === 'list') yield* listPieces(reading, place.list);
  else yield* dayPieces(reading, place.folder);
}

async function* listPieces(reading: Reading, list: List): AsyncIterable<Piece> {
  if (list === 'private') reading.known.rootsWithPrivate.add(reading.root);
  for await (const item of elementsOf(reading, LIST_LIMITS)) {
    if (item.type === 'problem') yield item;
    else if (list === 'users') yield* userPieces(reading, item);
    else if (list === 'channels') yield* channelPieces(reading, item);
    else yield* hide(reading, item);
  }
}

async function* elementsOf(
  { file }: Reading,
  limits = JSON_LIMITS,
): AsyncIterable<Element | Extract<Piece, { readonly type: 'problem' }>> {
  for await (const item of jsonElements(file, ['[]'], limits)) {
    if (item.type === 'parent')
      yield { type: 'problem', problem: problemOf(file.path, 'wrong_shape', { line: item.line }) };
    else yield item;
  }
}

function userPieces(reading: Reading, item: Element): readonly Piece[] {
  const user = parsed(User, item);
  if (user === undefined) return [misfitPiece(reading, User, item)];
  const version = reading.madeAt ?? updatedAt(user.updated);
  rememberName(reading.known, user.id, nameOf(user), version);
  return told(reading, userRaw(user, version));
}

/** Epoch seconds as sortable text. */
function updatedAt(seconds: number): string {
  const milliseconds = seconds * 1000;
  return milliseconds > 253_402_300_799_000 ? '' : new Date(milliseconds).toISOString();
}

function channelPieces(reading: Reading, item: Element): readonly Piece[] {
  const channel = parsed(Channel, item);
  if (channel === undefined) return [misfitPiece(reading, Channel, item)];
  const version = reading.madeAt ?? '';
  rememberChannel(reading.known, reading.root, channel, version);
  return told(reading, channelRaw(channel.id, `1 ${version}`, channel.name));
}

function channelRaw(externalId: string, version: string, name: string): Raw {
  return { kind: 'channel', externalId, version, payload: { name } };
}

function hide(reading: Reading, item: Element): readonly Piece[] {
  const conversation = parsed(Private, item);
  if (conversation === undefined) return [misfitPiece(reading, Private, item)];
  rememberPrivate(reading.known, reading.root, conversation);
  return [];
}

async function* dayPieces(reading: Reading, folder: string): AsyncIterable<Piece> {
  const channel = channelOf(reading.known, reading.root, folder);
  if (channel === undefined) return;
  if (channel === folder) yield* told(reading, channelRaw(channel, '0', folder));
  for await (const item of elementsOf(reading)) {
    if (item.type === 'problem') yield item;
    else yield* entryPieces(reading, channel, item);
  }
}

function entryPieces(reading: Reading, channel: string, item: Element): readonly Piece[] {
  const entry = parsed(Entry, item);
  if (entry === undefined) return [misfitPiece(reading, Entry, item)];
  const sort = sortOf(entry);
  if (sort === 'notice') return [];
  if (sort === 'deleted') return [rawPiece(goneRaw(reading, channel, entry))];
  const author = authorOf(entry);
  if (author === undefined) return [flaw(reading, 'missing_field', item)];
  const unlisted = reading.known.names.has(author) ? undefined : authorRaw(entry, author);
  return [
    ...(unlisted === undefined ? [] : told(reading, unlisted)),
    rawPiece(messageRaw(entry, channel, author, reading.madeAt, reading.known)),
  ];
}

/** Takes the place of the message it speaks of. */
function goneRaw(reading: Reading, channel: string, entry: Entry): Raw {
  const message = messageId(channel, entry.deleted_ts ?? entry.ts);
  return {
    kind: 'message',
    externalId: message,
    version: versionOf(entry, reading.madeAt),
    payload: { gone: message },
  };
}

function told({ state }: Reading, raw: Raw): readonly Piece[] {
  return isNews(state, raw) ? [rawPiece(raw)] : [];
}

function parsed<Schema extends z.ZodType>(schema: Schema, { value }: Element): z.infer<Schema> | undefined {
  return schema.safeParse(value).data;
}

function misfitPiece(reading: Reading, schema: z.ZodType, item: Element): Piece {
  return flaw(reading, misfit(item.value, schema.safeParse(item.value).error?.issues[0]?.path ?? []), item);
}

function flaw({ file }: Reading, code: ReturnType<typeof misfit>, { value, line }: Element): Piece {
  return problemPiece(problemOf(file.path, code, { line, excerpt: JSON.stringify(value) }));
}
