import type { Raw } from '@passerelle/kit';
import type { Fate } from '#community/ingestion/fates/index.ts';
import { cell, rowsOf, STAGES, stubLine } from '#community/ingestion/rows/index.ts';
import type { Ids, RawRows, Row, RowContext, Stage } from '#community/ingestion/rows/index.ts';
import { deriveId, memberIdOf, reactionIdOf, tombstoneMark } from '#community/facts/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Batch, Entry, MergedRaw, Written } from './model.ts';
import { rawOf } from './rules.ts';
import * as store from './store.ts';

/** What one run remembers between its batches. */
export interface Desk {
  readonly placeId: string;
  readonly context: RowContext;
  /** As read in the transaction before; an erasure in between makes prepared rows be made again. */
  readonly erased: Erased;
  /** Ids of channels, threads and identities that stand in the base. */
  readonly standing: Set<string>;
  readonly applyStaffRules: StaffRules;
}

/** Decides again who is staff, for the members of these identities. */
export type StaffRules = (db: Scoped, identityIds: readonly string[]) => Promise<unknown>;

export interface DeskDeps extends Pick<RowContext, 'keyedBy' | 'languageOf' | 'read' | 'options'> {
  readonly placeId: string;
  readonly secret: string;
  readonly applyStaffRules: StaffRules;
}

const MOST_REMEMBERED = 200_000;

export function openDesk(deps: DeskDeps): Desk {
  const erased = new Erased(deps.placeId, deps.secret);
  const { placeId, applyStaffRules, keyedBy, languageOf, read, options } = deps;
  const standing = new Set<string>();
  const context: RowContext = {
    ids: rememberedIds(placeId),
    keyedBy,
    languageOf,
    read,
    options,
    erasedAt: (externalId) => erased.at(externalId),
    isStanding: (id) => standing.has(id),
  };
  return { placeId, context, erased, standing, applyStaffRules };
}

/** Which people of one place were erased, by their marks. */
class Erased {
  #marks: ReadonlyMap<string, Date> = new Map();
  readonly #known = new Map<string, Date | undefined>();
  readonly #placeId: string;
  readonly #secret: string;

  constructor(placeId: string, secret: string) {
    this.#placeId = placeId;
    this.#secret = secret;
  }

  at(externalId: string): Date | undefined {
    if (this.#marks.size === 0) return undefined;
    if (!this.#known.has(externalId)) {
      if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
      this.#known.set(
        externalId,
        this.#marks.get(tombstoneMark(this.#secret, this.#placeId, externalId).toString('hex')),
      );
    }
    return this.#known.get(externalId);
  }

  /** True when somebody was erased since. */
  renew(marks: ReadonlyMap<string, Date>): boolean {
    const isNews = marks.size !== this.#marks.size;
    this.#marks = marks;
    if (isNews) this.#known.clear();
    return isNews;
  }
}

function rememberedIds(placeId: string): Ids {
  const remember = (derive: (externalId: string) => string): ((externalId: string) => string) => {
    const known = new Map<string, string>();
    return (externalId) => {
      const found = known.get(externalId);
      if (found !== undefined) return found;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const id = derive(externalId);
      known.set(externalId, id);
      return id;
    };
  };
  return {
    channel: remember((externalId) => deriveId(placeId, 'channel', externalId)),
    identity: remember((externalId) => deriveId(placeId, 'identity', externalId)),
    thread: remember((externalId) => deriveId(placeId, 'thread', externalId)),
    message: (externalId) => deriveId(placeId, 'message', externalId),
    reaction: (message, emoji, by) => reactionIdOf(placeId, message, emoji, by),
    member: remember(memberIdOf),
  };
}

/** Reads the facts of an entry, once; `raw` where it is still at hand. */
export function readEntry(desk: Desk, entry: Entry, raw?: Raw): void {
  entry.rows ??= rowsOf(raw ?? rawOf(entry), entry.id, desk.context);
  entry.line ??= rawLine(entry, entry.rows);
}

/** Leaves in the batch only what may be new: whoever reads an export again would otherwise read all its facts for nothing. */
export async function dropKnown(db: Scoped, batch: Batch): Promise<void> {
  for (const stored of await store.storedRaws(db, [...batch.entries.keys()])) {
    const entry = batch.entries.get(stored.id);
    if (entry === undefined) continue;
    const same = stored.version === entry.version && stored.hash.toString('hex') === entry.hash;
    if (same || stored.version > entry.version) batch.entries.delete(stored.id);
  }
}

/** Writes a batch and the facts of whatever of it is new or newer. One statement for each table. */
export async function writeBatch(db: Scoped, desk: Desk, batch: Batch): Promise<Written> {
  await store.openStages(db);
  await store.takeTurn(db, desk.placeId);
  if (desk.erased.renew(await store.tombstones(db))) forgetRows(batch);
  for (const entry of batch.entries.values()) readEntry(desk, entry);

  const kept = [...batch.entries.values()].filter((entry) => entry.rows?.withheld !== true);
  await store.stage(
    db,
    'raw',
    kept.map((entry) => entry.line ?? ''),
  );
  const merged = await store.mergeRaws(db, desk.placeId, optionsText(desk.context));
  const winners = winnersOf(batch, merged);
  const staged = assemble(desk, winners);
  for (const name of STAGES) await store.stage(db, name, [...staged[name].values()]);
  await mergePeopleAndPlaces(db, desk, staged);
  await mergeWords(db, desk, staged, merged);
  remember(desk, staged);
  return {
    fates: fatesOf(batch, merged),
    threads: new Set(winners.flatMap((entry) => entry.rows?.threads ?? [])),
  };
}

function forgetRows({ entries }: Batch): void {
  for (const entry of entries.values()) {
    delete entry.rows;
    delete entry.line;
  }
}

function rawLine({ id, kind, externalId, version, payload, hash }: Entry, { identityId }: RawRows): string {
  const cells = [id, kind, externalId, version].map(cell);
  return [...cells, String.raw`\\x${hash}`, cell(payload), cell(identityId)].join('\t');
}

function optionsText({ options }: RowContext): string | null {
  return Object.keys(options).length === 0 ? null : JSON.stringify(options);
}

/** Words of erased people are not kept as sent, so nothing says whether they are new: their facts are always looked at. */
function winnersOf(batch: Batch, merged: readonly MergedRaw[]): Entry[] {
  const won = merged.flatMap(({ id }) => batch.entries.get(id) ?? []);
  return [...won, ...[...batch.entries.values()].filter((entry) => entry.rows?.withheld === true)];
}

type Staged = Readonly<Record<Stage, Map<string, string>>>;

/** Lines by table and id, with a stub for whatever is named and neither here nor in the base. */
function assemble(desk: Desk, winners: readonly Entry[]): Staged {
  const staged: Staged = {
    channel: new Map(),
    identity: new Map(),
    thread: new Map(),
    message: new Map(),
    reaction: new Map(),
    removed: new Map(),
  };
  const put = ({ stage, id, line }: Row) => staged[stage].set(id, line);
  for (const { rows } of winners) rows?.rows.forEach(put);
  for (const { rows } of winners) {
    for (const named of rows?.named ?? []) {
      if (desk.standing.has(named.id) || staged[named.stage].has(named.id)) continue;
      staged[named.stage].set(named.id, stubLine(named, desk.context));
    }
  }
  return staged;
}

async function mergePeopleAndPlaces(db: Scoped, { placeId, applyStaffRules }: Desk, staged: Staged): Promise<void> {
  if (staged.channel.size > 0) await store.mergeChannels(db, placeId);
  if (staged.identity.size > 0) {
    const touched = await store.mergeIdentities(db, placeId);
    if (touched.length > 0) await applyStaffRules(db, touched);
  }
  if (staged.thread.size > 0) await store.mergeThreads(db, placeId);
}

async function mergeWords(db: Scoped, { placeId }: Desk, staged: Staged, merged: readonly MergedRaw[]): Promise<void> {
  const removes = staged.removed.size > 0;
  const removals = removes || (await store.hasRemovals(db, placeId));
  if (removes) await store.applyRemovals(db, placeId);
  if (staged.message.size > 0) await store.mergeMessages(db, placeId, removals);
  if (removals) await store.emptyRemovedRaws(db);
  const changed = merged.filter((raw) => !raw.added).map((raw) => raw.id);
  if (staged.reaction.size > 0 || changed.length > 0) await store.mergeReactions(db, placeId, changed);
}

function remember({ standing }: Desk, staged: Staged): void {
  if (standing.size >= MOST_REMEMBERED) standing.clear();
  for (const name of ['channel', 'identity', 'thread'] as const) for (const id of staged[name].keys()) standing.add(id);
}

function fatesOf(batch: Batch, merged: readonly MergedRaw[]): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { id, added } of merged) fates.set(id, added ? 'added' : 'changed');
  for (const { id, rows } of batch.entries.values()) if (rows?.withheld === true) fates.set(id, 'withheld');
  return fates;
}
