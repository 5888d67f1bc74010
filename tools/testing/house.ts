import { scryptSync } from 'node:crypto';
import { Hono } from 'hono';
import type { FunctionName } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import { readConfig } from '#app/config.ts';
import type { WorkspaceRoom } from '#app/rooms/workspace.ts';
import { openWorkspaceRoom } from '#app/rooms/workspace.ts';
import { standingClock } from '#platform/clock/index.ts';
import { mount } from '#platform/http/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openVault } from '#platform/secrets/index.ts';
import { insertPerson } from '#workspace/people/index.ts';
import { openSpace } from '#workspace/spaces/index.ts';
import { Browser } from './browser.ts';
import type { FreshDatabase } from './database.ts';
import { freshDatabase } from './database.ts';

export const ORIGIN = 'http://127.0.0.1:4180';
export const PASSWORD = 'pont-levant-orange-7';

/** Léo Martin → leo.martin@exemple.fr */
export function emailOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(/[^a-z]+/g, '.')}@exemple.fr`;
}

export interface HouseOptions {
  readonly start?: string;
  readonly log?: Log;
  /** Settings beside the defaults, as the environment gives them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Routes of other stages to stand behind the same door. */
  readonly more?: (house: Pick<House, 'database' | 'clock'>) => readonly Route[];
}

/** An installation without a network: the real routes, door and base, called from memory. */
export interface House extends AsyncDisposable {
  readonly database: FreshDatabase;
  readonly clock: ReturnType<typeof standingClock>;
  readonly room: WorkspaceRoom;
  readonly routes: readonly Route[];
  /** A browser nobody is signed in with, at an address of its own. */
  browser(address?: string): Browser;
  /** The first admin, signed in, in the first workspace. */
  openFirst(): Promise<Browser>;
  /** Somebody with an account and no place anywhere, signed in. */
  person(name: string): Promise<{ readonly id: string; readonly email: string; readonly browser: Browser }>;
  /** A new colleague with these functions, signed in. */
  colleague(admin: Browser, name: string, functions: readonly FunctionName[]): Promise<Browser>;
}

/** Opens an installation on a base of its own; time stands until a test moves it. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = await freshDatabase();
  const clock = standingClock(options.start ?? '2026-03-02T08:00:00Z');
  const config = readConfig({ ...options.environment });
  const vault = await openVault({ dataFolder: '/nowhere', secret: 'a secret for tests only, long enough' });
  if (!config.ok || !vault.ok) throw new Error('The settings of the test do not fit.');
  const log = options.log ?? silentLog;
  const origin = () => config.value.publicUrl ?? ORIGIN;
  // The other stages are not here: nothing begins for a workspace that is opened.
  const onOpened = () => Promise.resolve();
  const room = openWorkspaceRoom({ config: config.value, database, clock, log, vault: vault.value, origin, onOpened });
  const routes = [...room.routes, ...(options.more?.({ database, clock }) ?? [])];
  const app = new Hono();
  app.route(
    '/',
    mount(routes, { guard: room.guard, log, addressOf: (request) => request.headers.get('x-test-address') ?? '' }),
  );
  const browser = (address = '127.0.0.1') => new Browser((request) => app.fetch(request), origin(), address);
  return {
    database,
    clock,
    room,
    routes,
    ...peopleOf({ database, clock }, browser),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** Whoever can be let into an installation. */
export type People = Pick<House, 'browser' | 'openFirst' | 'person' | 'colleague'>;

/** Where people are let in: the base, and what time it is there. */
export type Ground = { readonly database: Database; readonly clock: House['clock'] };

export function peopleOf(ground: Ground, browser: House['browser']): People {
  return {
    browser,
    openFirst: () => openFirst(ground, browser()),
    person: (name) => person(ground, browser(), name, false),
    colleague: (admin, name, functions) => colleague(ground, admin, browser(), name, functions),
  };
}

/** Of `PASSWORD`, at a cost that tests can pay; a hash says its own cost. */
const CHEAP_HASH = `scrypt$1024$8$1$${Buffer.alloc(16).toString('base64url')}$${scryptSync(PASSWORD, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 }).toString('base64url')}`;

/** Somebody with an account and no place anywhere, and a browser he is signed in with. */
async function person(
  { database, clock }: Ground,
  browser: Browser,
  name: string,
  operator: boolean,
): Promise<{ readonly id: string; readonly email: string; readonly browser: Browser }> {
  const id = newId(clock.now());
  const email = emailOf(name);
  const about = {
    id,
    email,
    name,
    language: 'fr',
    passwordHash: CHEAP_HASH,
    operator,
    createdAt: clock.now(),
  } as const;
  await insertPerson(database.installation, about);
  await browser.must('POST', '/api/v1/sign-in', { email, password: PASSWORD });
  await browser.look();
  return { id, email, browser };
}

async function openFirst(house: Ground, browser: Browser): Promise<Browser> {
  const { database, clock } = house;
  const admin = await person(house, browser, 'Aïcha Benali', true);
  const asked = { name: 'Forum des Ponts', zone: 'Europe/Paris', language: 'fr' } as const;
  const scope = { workspaceId: newId(clock.now()) };
  await database.inScope(scope, (db) => openSpace(db, admin.id, asked, clock.now()));
  return browser;
}

async function colleague(
  house: Ground,
  admin: Browser,
  browser: Browser,
  name: string,
  functions: readonly FunctionName[],
): Promise<Browser> {
  const { email } = await person(house, browser, name, false);
  const { token } = (await admin.must('POST', '/api/v1/team/invitations', { email, functions })) as { token: string };
  await browser.must('POST', `/api/v1/invitations/${token}/accept`, {});
  return browser;
}
