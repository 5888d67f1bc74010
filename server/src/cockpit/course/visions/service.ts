import {
  askingOf,
  type Confirmation,
  confirmations,
  latestVisionHeld,
  sponsors,
  type Vision,
  visions,
} from './lookup.ts';
import * as store from './store.ts';
import type { NewVision, VisionView } from './wire.ts';
import type { By, FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { together } from '#platform/db/index.ts';
import { say } from '#platform/i18n/index.ts';
import { record } from '#workspace/audit/index.ts';
import { writeLetter } from '#workspace/letters/index.ts';
import { house, type House } from '#workspace/spaces/lookup.ts';
import { type Colleague, colleagueRows, colleagues } from '#workspace/team/lookup.ts';

export interface VisionDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** What the vision is told from, to be read together with other things. */
export function visionRows(db: Scoped) {
  return { visions: visions(db), said: confirmations(db), colleagues: colleagueRows(db), houses: house(db) };
}

/** The vision by itself. */
export async function visionNow(db: Scoped, now: Date, functions: readonly FunctionName[]): Promise<VisionView> {
  return visionView(await together(db, visionRows(db)), now, functions);
}

interface Known {
  readonly visions: readonly Vision[];
  readonly said: readonly Confirmation[];
  readonly colleagues: readonly Pick<Colleague, 'id' | 'name'>[];
  readonly houses: readonly Pick<House, 'zone'>[];
}

/** Every version of the vision with who confirmed it, and whether it is to be confirmed. */
export function visionView(
  { visions: all, said, colleagues: people, houses }: Known,
  now: Date,
  functions: readonly FunctionName[],
): VisionView {
  const zone = houses[0]?.zone ?? 'UTC';
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const [latest] = all;
  return {
    versions: all.map(({ number, text, writtenBy, writtenAt }) => ({
      number,
      text,
      writtenBy: names.get(writtenBy) ?? '',
      writtenAt: writtenAt.toISOString(),
      confirmations: said
        .filter((one) => one.number === number)
        .map(({ by, at }) => ({ by: names.get(by) ?? '', at: at.toISOString() })),
    })),
    asking: latest === undefined ? null : { ...askingOf(latest, said, { today: dayIn(zone, now), zone }) },
    can: {
      write: functions.includes('pilot') || functions.includes('admin'),
      confirm: latest !== undefined && functions.includes('sponsor'),
    },
  };
}

/** Writes the next version. One that came since it was read is not written over. */
export function writeVision(
  { database, clock }: VisionDeps,
  scope: Scope,
  by: By,
  { number, text }: NewVision,
): Promise<Result<{ readonly number: number }, 'http/not_allowed' | 'vision/stale' | 'vision/same'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const latest = await latestVisionHeld(db);
    if ((latest?.number ?? 0) !== number) return no('vision/stale', { by: await nameOf(db, latest?.writtenBy) });
    if (latest?.text === text) return no('vision/same');
    const now = clock.now();
    const next = { number: number + 1, text, writtenBy: by.colleagueId, writtenAt: now };
    await store.insertVision(db, next);
    const about = { objectType: 'vision', objectId: String(next.number) };
    await record(db, by, now, { action: 'vision.written', ...about, after: { number: next.number } });
    return yes({ number: next.number });
  });
}

/** A sponsor says yes to the version he read; another one came meanwhile is not what he read. */
export function confirmVision(
  { database, clock }: VisionDeps,
  scope: Scope,
  by: By,
  number: number,
): Promise<Result<undefined, 'http/not_allowed' | 'http/not_found' | 'vision/stale'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const latest = await latestVisionHeld(db);
    if (latest === undefined) return no('http/not_found');
    if (latest.number !== number) return no('vision/stale', { by: await nameOf(db, latest.writtenBy) });
    const now = clock.now();
    await store.insertConfirmation(db, newId(now), { number, by: by.colleagueId, at: now });
    const about = { objectType: 'vision', objectId: String(number) };
    await record(db, by, now, { action: 'vision.confirmed', ...about, after: { number } });
    return yes(undefined);
  });
}

export const ASK_TASK = 'vision_ask';

export interface AskingDeps extends VisionDeps {
  /** Where people reach the installation. */
  readonly origin: () => string;
}

/** Writes to each sponsor once for each time the vision is to be confirmed: a version nobody confirmed, or half a year after. */
export function askSponsors({ database, clock, origin }: AskingDeps, scope: Scope): Promise<void> {
  return database.inScope(scope, async (db) => {
    const now = clock.now();
    const read = { visions: visions(db), said: confirmations(db), houses: house(db), asked: sponsors(db) };
    const { visions: all, said, houses, asked } = await together(db, read);
    const [latest] = all;
    const zone = houses[0]?.zone ?? 'UTC';
    if (latest === undefined) return;
    const asking = askingOf(latest, said, { today: dayIn(zone, now), zone });
    if (!asking.isDue) return;
    for (const { id, email, language, workspace, slug } of asked) {
      // One of the same key is not written twice.
      const key = `vision:${String(latest.number)}:${asking.on}:${id}`;
      const subject = say(language, 'letters/vision_subject', { workspace });
      const about = { workspace, vision: latest.text, link: `${origin()}/${slug}/course` };
      await writeLetter(db, { key, recipient: email, subject, body: say(language, 'letters/vision', about) }, now);
    }
  });
}

async function nameOf(db: Scoped, id: string | undefined): Promise<string> {
  return (await colleagues(db)).find((one) => one.id === id)?.name ?? '–';
}
