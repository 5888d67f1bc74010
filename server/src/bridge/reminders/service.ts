import { awaiting } from '#bridge/decisions/lookup.ts';
import { makeLink } from '#bridge/links/index.ts';
import { openLinkOf } from '#bridge/links/lookup.ts';
import { awaiting as toTell } from '#bridge/loop/lookup.ts';
import type { WaitingMandate } from '#bridge/mandates/lookup.ts';
import { awaiting as mandatesFor, waitingMandates } from '#bridge/mandates/lookup.ts';
import { dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { read } from '#platform/db/index.ts';
import { say, sayDay } from '#platform/i18n/index.ts';
import type { NewLetter } from '#workspace/letters/index.ts';
import { writeLetter } from '#workspace/letters/index.ts';
import { isWritten } from '#workspace/letters/lookup.ts';
import type { Answered, Digest, Reader, Waiting } from './model.ts';
import { digestWeek, isWorthSending, reminderOf } from './rules.ts';
import { answered, houseOf, readers, waitings, weekOf } from './views.ts';

export interface RemindersDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Where people reach the installation. */
  readonly origin: () => string;
}

export const ROUND_TASK = 'bridge_round';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What every letter of a round is written with. */
interface Round {
  readonly db: Scoped;
  readonly now: Date;
  readonly today: string;
  readonly workspace: string;
  /** The address of the workspace's pages. */
  readonly pages: string;
  readonly origin: string;
}

/**
 * One round through a workspace: writes the letters that are due and were not written yet. As each letter has its key,
 * rounds may come as often as they like.
 */
export function goRound({ database, clock, origin }: RemindersDeps, scope: Scope): Promise<void> {
  return database.inScope(scope, async (db) => {
    const now = clock.now();
    const { name, slug, zone } = await houseOf(db);
    const today = dayIn(zone, now);
    const base = origin();
    const round: Round = { db, now, today, workspace: name, pages: `${base}/${slug}`, origin: base };
    for (const waiting of await waitings(db, zone, today)) await remind(round, waiting);
    for (const one of await read(db, waitingMandates(db))) await tellOfMandate(round, one);
    for (const one of await answered(db, new Date(now.getTime() - WEEK_MS))) await tellWriter(round, one);
    const monday = digestWeek(zone, now);
    if (monday !== undefined) await digests(round, monday);
  });
}

/** Builds and writes a letter unless one of its key was written before. */
async function once(
  { db, now }: Round,
  key: string,
  build: () => Promise<Omit<NewLetter, 'key'>> | Omit<NewLetter, 'key'>,
): Promise<void> {
  if (await isWritten(db, key)) return;
  await writeLetter(db, { key, ...(await build()) }, now);
}

/** “Awaits you” once, then three days before the due day, on it, and each week after. */
async function remind(round: Round, waiting: Waiting): Promise<void> {
  const { insightId, mark, due, since } = waiting;
  // What was put off is asked for again when its day comes, by a reminder.
  if (!waiting.isPutOff) await once(round, `awaits:${insightId}:${mark}`, () => awaitsLetter(round, waiting, 'awaits'));
  const offset = reminderOf(due, since, round.today);
  if (offset === undefined) return;
  const name = offset < 0 ? 'soon' : offset === 0 ? 'today' : 'late';
  await once(round, `remind:${insightId}:${mark}:${due}:${String(offset)}`, () => awaitsLetter(round, waiting, name));
}

async function awaitsLetter(
  round: Round,
  { insightId, statement, email, language, isOutside, due }: Waiting,
  name: 'awaits' | 'soon' | 'today' | 'late',
): Promise<Omit<NewLetter, 'key'>> {
  const link = isOutside ? `${round.origin}/decide/{token}` : `${round.pages}/decisions/${insightId}`;
  const about = { workspace: round.workspace, statement, link, due: sayDay(language, due) };
  const { kind, objectId } = isOutside ? await doorOf(round, insightId) : { kind: '', objectId: '' };
  return {
    recipient: email,
    subject: say(language, `letters/${name}_subject`, { workspace: round.workspace }),
    body: say(language, `letters/${name}_${isOutside ? 'outside' : 'inside'}`, about),
    ...(isOutside ? { door: { kind, objectId } } : {}),
  };
}

async function doorOf({ db, now }: Round, insightId: string): Promise<{ kind: string; objectId: string }> {
  const open = await openLinkOf(db, insightId, now);
  return open === undefined ? await makeLink(db, insightId, now) : { kind: open.kind, objectId: open.id };
}

/** Once for each word that is waited for. */
async function tellOfMandate(
  round: Round,
  { id, intention, state, words, email, language }: WaitingMandate,
): Promise<void> {
  await once(round, `mandate:${id}:${state}:${String(words)}`, () => ({
    recipient: email,
    subject: say(language, `letters/mandate_${state}_subject`, { workspace: round.workspace }),
    body: say(language, `letters/mandate_${state}`, {
      workspace: round.workspace,
      intention,
      link: `${round.pages}/mandates/${id}`,
    }),
  }));
}

async function tellWriter(round: Round, one: Answered): Promise<void> {
  const { decisionId, insightId, statement, answer, email, language } = one;
  await once(round, `answered:${decisionId}`, () => ({
    recipient: email,
    subject: say(language, `letters/answered_subject`, { workspace: round.workspace }),
    body: say(language, `letters/answered_${answer}`, {
      workspace: round.workspace,
      statement,
      link: `${round.pages}/decisions/${insightId}`,
    }),
  }));
}

async function digests(round: Round, monday: string): Promise<void> {
  const { db, now, today } = round;
  const week = await weekOf(db, today, new Date(now.getTime() - WEEK_MS));
  const untold = await toTell(db);
  for (const reader of await readers(db)) {
    const [waits] = await read(db, awaiting(db, reader.colleagueId, now));
    const [given] = await read(db, mandatesFor(db, reader));
    const digest = { ...week, yours: waits?.n ?? 0, mandates: given?.n ?? 0, toTell: reader.tells ? untold : 0 };
    if (isWorthSending(digest))
      await once(round, `digest:${reader.colleagueId}:${monday}`, () => digestLetter(round, reader, digest));
  }
}

function digestLetter(
  { workspace, pages }: Round,
  { email, language }: Reader,
  { yours, mandates, overdue, toTell: untold, decided }: Digest,
): Omit<NewLetter, 'key'> {
  return {
    recipient: email,
    subject: say(language, 'letters/digest_subject', { workspace }),
    body: say(language, 'letters/digest', {
      workspace,
      yours,
      mandates,
      overdue,
      untold,
      decided,
      link: `${pages}/decisions`,
    }),
  };
}
