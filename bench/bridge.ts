import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { actionRoutes } from '#bridge/actions/index.ts';
import { mandateRoutes } from '#bridge/mandates/index.ts';
import { systemClock as clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { communitySize, LAST_DAY, seed } from './cockpit-seed.ts';
import { openServer } from './ingest-base.ts';
import { middle, say, sayGoals, sayTable } from './report.ts';

const ROUNDS = 9;
const MOST_MS = 100;
const MANDATES = 200;
const SORTED = 20_000;

/** An id that is the same everywhere, of the n-th thing of a kind. */
const id = (kind: string, n: number): string => `${kind.repeat(8)}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** One screen and the call it makes. */
interface Screen {
  readonly name: string;
  readonly path: string;
  readonly params?: object;
  readonly query?: object;
}

const SCREENS: readonly Screen[] = [
  { name: 'board of mandates', path: '/api/v1/mandates' },
  { name: 'one mandate', path: '/api/v1/mandates/{mandateId}', params: { mandateId: id('d', 1) } },
  { name: 'what a mandate may name', path: '/api/v1/mandate-parts' },
  { name: 'acts to be sorted', path: '/api/v1/actions/found' },
  { name: 'acts one rule proposes', path: '/api/v1/actions/found', query: { mandate: id('d', 1) } },
  { name: 'acts that were sorted', path: '/api/v1/actions' },
  { name: 'figures of effort', path: '/api/v1/actions/effort' },
];

/** The calls of the screens of mandates and actions over a made-up community. `--activities` (default 1000000). */
export async function bench(flags: Readonly<Record<string, string>>): Promise<void> {
  const activities = Number(flags['activities'] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const server = await openServer(join(folder, 'house'));
  try {
    say(`bridge: ${activities.toLocaleString('en')} made-up activities, ${MANDATES} mandates, ${SORTED} acts sorted`);
    await server.create('bridge');
    const client = await server.connect('bridge');
    await seed(client, server.workspaceId, communitySize(activities));
    await fill(client, server.workspaceId);
    await client.end();
    const opened = await openDatabase({ url: server.addressOf('bridge'), dataFolder: folder, log: silentLog });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const times = await timesOf(opened.value, server.workspaceId);
    await opened.value.close();
    sayTable([['milliseconds', 'middle of nine'], ...times.map(({ name, ms }) => [name, ms.toFixed(1)])]);
    sayGoals(times.map(({ name, ms }) => ({ name, measured: ms, target: MOST_MS, kind: 'most', unit: ' ms' })));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One person of the house, an objective, mandates of which each proposes by one channel, and the newest acts sorted. */
async function fill(client: pg.Client, workspaceId: string): Promise<void> {
  const by = id('b', 1);
  const person = id('a', 1);
  await client.query("set app.keeper = 'on'");
  await client.query(
    `insert into person (id, email, name, language, created_at) values ($1, 'aline@exemple.fr', 'Aline', 'fr', '2026-01-01Z')`,
    [person],
  );
  await client.query(
    `insert into colleague (workspace_id, id, person_id, functions, joined_at) values ($1, $2, $3, '{pilot,host}', '2026-01-01Z')`,
    [workspaceId, by, person],
  );
  await client.query(
    `insert into objective (workspace_id, id, title, reason, kind, owner_id, horizon, state, made_by, made_at)
     values ($1, $2, 'Objectif', 'Raison', 'support', $3, '2900-01-01', 'live', $3, '2026-01-01Z')`,
    [workspaceId, id('c', 1), by],
  );
  await client.query(
    `insert into mandate (workspace_id, id, objective_id, intention, freedom, effort_hours, from_day, until_day, host_id, state,
       rule, made_by, made_at)
     select $1, ('dddddddd-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, 'Intention ' || n, 'Le ton', 20, '2025-10-01',
       '2026-03-01', $3, 'active', json_build_object('channels', json_build_array(channel.id), 'labels', '[]'::json, 'authors', '[]'::json),
       $3, '2026-01-01Z'
     from generate_series(1, $4::int) n
     join (select id, row_number() over (order by external_id) as place from channel where workspace_id = $1) as channel
       on channel.place = 1 + n % 200`,
    [workspaceId, id('c', 1), by, MANDATES],
  );
  await client.query(
    `insert into action (workspace_id, id, kind, tie, mandate_id, message_id, day, minutes, done_by_member, sorted_by, sorted_at)
     select $1, gen_random_uuid(), 'reply', 'mandate', ('dddddddd-0000-4000-8000-' || lpad(to_hex(1 + n % 200), 12, '0'))::uuid,
       wrote.id, wrote.day, 5, wrote.member_id, $2, '2026-01-01Z'
     from (select message.id, message.at::date as day, identity.member_id, row_number() over (order by message.at desc) as n
       from message join identity on identity.workspace_id = $1 and identity.id = message.identity_id
       join member on member.workspace_id = $1 and member.id = identity.member_id and member.kind = 'staff'
       where message.workspace_id = $1 and message.at < $3::date order by message.at desc limit $4) as wrote`,
    [workspaceId, by, LAST_DAY, SORTED],
  );
  await client.query('analyze');
}

interface Timed {
  readonly name: string;
  readonly ms: number;
}

async function timesOf(database: Database, workspaceId: string): Promise<readonly Timed[]> {
  const deps = { database, clock, isFigure: () => true };
  const routes = [...mandateRoutes(deps), ...actionRoutes(deps)];
  const times: Timed[] = [];
  for (const screen of SCREENS) {
    const route = routes.find(({ method, path }) => method === 'get' && path === screen.path);
    if (route === undefined) throw new Error(`no route ${screen.path}`);
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) taken.push(await timeOf(route, screen, workspaceId));
    times.push({ name: screen.name, ms: middle(taken) });
  }
  return times;
}

async function timeOf(route: Route, { params, query }: Screen, workspaceId: string): Promise<number> {
  const by = { kind: 'person', colleagueId: id('b', 1) } as const;
  const call = {
    scope: { workspaceId },
    by,
    functions: ['pilot', 'host'],
    params,
    query: route.query?.parse(query ?? {}),
  };
  const started = performance.now();
  const answer = await route.handle(call);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return performance.now() - started;
}
