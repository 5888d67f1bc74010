import type { Fact } from '@passerelle/kit';
import { insightRoutes } from '#bridge/insights/index.ts';
import { markRoutes } from '#bridge/marks/index.ts';
import { signalRoutes } from '#bridge/signals/index.ts';
import type { RaisedSignal } from '#bridge/signals/wire.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Browser } from './browser.ts';
import { bringIn, openCommunity, scopeOf } from './community.ts';
import type { House } from './house.ts';

const person = (externalId: string, displayName: string, role?: 'staff'): Fact => ({
  type: 'person',
  externalId,
  keyedBy: 'id',
  handle: externalId,
  displayName,
  ...(role === undefined ? {} : { role }),
});

const message = (externalId: string, by: string, thread: string, day: number, text: string): Fact => ({
  type: 'message',
  externalId,
  channel: 'acces',
  thread,
  by,
  when: { at: `2026-02-${String(day).padStart(2, '0')}T09:00:00Z` },
  text,
  format: 'plain',
  url: `https://forum.exemple.fr/${externalId}`,
});

const FACTS: readonly Fact[] = [
  person('lucie', 'Lucie Armand'),
  person('lucie2', 'Lucie A.'),
  person('tom', 'Tom Keller'),
  person('nora', 'Nora Vidal'),
  person('sam', 'Sam Oriol', 'staff'),
  { type: 'channel', externalId: 'acces', name: 'Accès' },
  { type: 'thread', externalId: 'portail', channel: 'acces', title: 'Le portail' },
  { type: 'thread', externalId: 'badge', channel: 'acces', title: 'Badges' },
  { type: 'thread', externalId: 'fete', channel: 'acces', title: 'La fête' },
  message('m1', 'lucie', 'portail', 1, 'Le code du portail a encore changé sans prévenir'),
  message('m2', 'tom', 'portail', 2, 'Même chose chez moi, Nora Vidal peut en témoigner'),
  message('m3', 'lucie2', 'badge', 3, 'Pourquoi le code du portail change sans nous prévenir ?'),
  message('m4', 'nora', 'fete', 4, 'Je préfère que le code du portail change souvent'),
  message('m5', 'nora', 'fete', 5, 'Qui apporte des crêpes ?'),
  message('m6', 'sam', 'portail', 6, 'Le code du portail est au tableau'),
  message('m7', 'tom', 'fete', 7, 'À effacer bientôt'),
];

/** A workspace where people complain about a gate, with an admin, a host and a sponsor. */
export interface HeardForum {
  readonly house: House;
  readonly scope: Scope;
  readonly admin: Browser;
  readonly host: Browser;
  readonly sponsor: Browser;
  /** The id of a message, a thread or a member by the name its place gives it. */
  idOf(name: string): string;
  /** Brings more of the same forum in. */
  bring(facts: readonly Fact[]): Promise<unknown>;
}

export async function openHeardForum(): Promise<HeardForum> {
  const house = await openCommunity((deps) => [...signalRoutes(deps), ...insightRoutes(deps), ...markRoutes(deps)]);
  const admin = await house.openFirst();
  const scope = await scopeOf(admin);
  const bring = (facts: readonly Fact[]) => bringIn(house, scope, { name: 'Forum' }, facts);
  await bring(FACTS);
  const ids = await house.database.inScope(scope, async (db) => {
    const people = await db.tx.selectFrom('identity').select(['member_id as id', 'external_id']).execute();
    const messages = await db.tx.selectFrom('message').select(['id', 'external_id']).execute();
    const threads = await db.tx.selectFrom('thread').select(['id', 'external_id']).execute();
    return new Map([...people, ...messages, ...threads].map((row) => [row.external_id, row.id]));
  });
  return {
    house,
    scope,
    admin,
    host: await house.colleague(admin, 'Hugo Lemaire', ['host']),
    sponsor: await house.colleague(admin, 'Solène Roux', ['sponsor']),
    idOf: (name) => ids.get(name) ?? '',
    bring,
  };
}

/** Raises a signal from a message or a thread. */
export async function raise(
  by: Browser,
  what: { messageId?: string; threadId?: string },
  line = 'Le code change sans prévenir',
): Promise<RaisedSignal> {
  return (await by.must('POST', '/api/v1/signals', { kind: 'problem', line, ...what })) as RaisedSignal;
}

/** The code a call is refused with, or `done`. */
export async function codeOf(by: Browser, method: string, path: string, body?: unknown): Promise<string> {
  const { status, text } = await by.call(method, path, body);
  return status < 300 ? 'done' : (JSON.parse(text) as { code: string }).code;
}
