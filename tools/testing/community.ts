import type { Connector, Fact, Piece } from '@passerelle/kit';
import { openCommunityRoom } from '#app/rooms/community.ts';
import { ingest } from '#community/ingestion/index.ts';
import { applyStaffRules, recountIdentities } from '#community/members/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import { silentLog } from '#platform/log/index.ts';
import { languageDetector } from '#platform/text/index.ts';
import type { Browser } from './browser.ts';
import type { Ground, House, HouseOptions } from './house.ts';
import { openHouse } from './house.ts';
import { BASES_PLACE } from './place.ts';

export const SECRET = 'a secret of tests that marks whoever was erased';

/** A house with the community's routes behind its door, and those of `more`. */
export function openCommunity(more: HouseOptions['more'] = () => []): Promise<House> {
  return openHouse({
    more: ({ database, clock }) => [
      ...more({ database, clock }),
      ...openCommunityRoom({
        dataFolder: BASES_PLACE,
        log: silentLog,
        database,
        clock,
        tombstoneSecret: SECRET,
        onChanged: () => {},
        ledger: { add: () => {}, marksOf: () => new Set() },
      }).routes,
    ],
  });
}

/** The workspace a browser stands in. */
export async function scopeOf(browser: Browser): Promise<Scope> {
  const [space] = (await browser.look()).workspaces;
  if (space === undefined) throw new Error('The browser has no workspace.');
  return { workspaceId: space.id };
}

const EVERYTHING = {
  threads: true,
  replies: true,
  hours: true,
  reactions: true,
  personIds: true,
  staff: true,
  silentMembers: true,
  originalLinks: true,
} as const;

export interface NewPlace {
  readonly name: string;
  readonly language?: 'fr' | 'en';
  /** What this kind of place does not give. */
  readonly lacks?: readonly (keyof typeof EVERYTHING)[];
}

/** Makes a place, or finds the one of that name. */
export async function aPlace(house: Ground, scope: Scope, place: NewPlace): Promise<string> {
  const { database, clock } = house;
  const gives = { ...EVERYTHING, ...Object.fromEntries((place.lacks ?? []).map((lack) => [lack, false])) };
  return database.inScope(scope, async (db) => {
    const known = await db.tx
      .selectFrom('place')
      .select('id')
      .where('workspace_id', '=', scope.workspaceId)
      .where('name', '=', place.name)
      .executeTakeFirst();
    if (known !== undefined) return known.id;
    const id = newId(clock.now());
    await db.tx
      .insertInto('place')
      .values({
        workspace_id: scope.workspaceId,
        id,
        connector: 'facts',
        name: place.name,
        language: place.language ?? 'fr',
        gives: JSON.stringify(gives),
        created_at: clock.now(),
        last_import_at: null,
      })
      .execute();
    return id;
  });
}

/** Brings facts in by the path that imports take: each is a raw whose reading is itself. */
export async function bringIn(house: Ground, scope: Scope, place: NewPlace, facts: readonly Fact[]): Promise<string> {
  const id = await aPlace(house, scope, place);
  const gives = { ...EVERYTHING, ...Object.fromEntries((place.lacks ?? []).map((lack) => [lack, false])) };
  const connector: Connector = {
    id: 'facts',
    version: 1,
    name: { fr: 'Faits', en: 'Facts' },
    collects: ['name', 'text'],
    gives,
    read: (raw) => [raw.payload as Fact],
  };
  await ingest(
    { database: house.database, secret: SECRET, languageOf: languageDetector, applyStaffRules, recountIdentities },
    {
      scope,
      place: { id, language: place.language ?? 'fr' },
      connector,
      options: {},
      pieces: rawsOf(facts),
      signal: new AbortController().signal,
      save: async () => true,
    },
  );
  return id;
}

async function* rawsOf(facts: readonly Fact[]): AsyncGenerator<Piece> {
  for (const fact of facts) {
    const externalId = 'externalId' in fact ? fact.externalId : `${fact.message} ${fact.emoji} ${fact.by ?? ''}`;
    yield { type: 'raw', raw: { kind: fact.type, externalId, version: '1', payload: fact } };
  }
}
