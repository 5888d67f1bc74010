import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { actionRoutes } from '#bridge/actions/index.ts';
import { insightRoutes } from '#bridge/insights/index.ts';
import { loopRoutes } from '#bridge/loop/index.ts';
import { mandateRoutes } from '#bridge/mandates/index.ts';
import { registerRoutes } from '#bridge/register/index.ts';
import { signalRoutes } from '#bridge/signals/index.ts';
import { systemClock as clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { BRIDGE, bridgeId as id, fillBridge } from './bridge-seed.ts';
import { fillStages, stageRoutes } from './bridge-stages.ts';
import { communitySize, LAST_DAY, seed } from './cockpit-seed.ts';
import { openServer } from './ingest-base.ts';
import { middle, say, sayGoals, sayTable } from './report.ts';

const ROUNDS = 15;
const MOST_MS = 100;
const MOST_QUERIES = 1;

/** One screen and the call it makes. */
interface Screen {
  readonly name: string;
  readonly path: string;
  readonly params?: object;
  readonly query?: object;
  /** Its query is taken as it stands: ids of the made-up community are hashes, which no door would let in. */
  readonly asIs?: true;
}

const SIGNAL = { signalId: id('f', 19) };
const INSIGHT = { insightId: id('e', 501) };
const DECIDED = { insightId: id('e', 503) };

const SCREENS: readonly Screen[] = [
  { name: 'board of mandates', path: '/api/v1/mandates' },
  { name: 'one mandate', path: '/api/v1/mandates/{mandateId}', params: { mandateId: id('d', 1) } },
  { name: 'what a mandate may name', path: '/api/v1/mandate-parts' },
  { name: 'acts to be sorted', path: '/api/v1/actions/found' },
  { name: 'acts one rule proposes', path: '/api/v1/actions/found', query: { mandate: id('d', 1) } },
  { name: 'acts that were sorted', path: '/api/v1/actions' },
  { name: 'figures of effort', path: '/api/v1/actions/effort' },
  { name: 'signals to be sorted', path: '/api/v1/signals', query: { limit: 200 } },
  { name: 'one signal and what is like it', path: '/api/v1/signals/{signalId}', params: SIGNAL },
  { name: 'what is like a thread', path: '/api/v1/signals/similar', query: { threadId: 'newest' }, asIs: true },
  { name: 'board of insights', path: '/api/v1/insights' },
  { name: 'one insight', path: '/api/v1/insights/{insightId}', params: INSIGHT },
  { name: 'what an insight may name', path: '/api/v1/insights/parts' },
  { name: 'what nobody read for it', path: '/api/v1/insights/{insightId}/unread', params: INSIGHT },
  { name: 'register of decisions', path: '/api/v1/decisions' },
  { name: 'register, filtered', path: '/api/v1/decisions', query: { q: 'mot', state: 'agreed' } },
  { name: 'one decision', path: '/api/v1/decisions/{insightId}', params: DECIDED },
  { name: 'the loop', path: '/api/v1/loop' },
  { name: 'whom to tell of one', path: '/api/v1/loop/{insightId}', params: DECIDED },
  { name: 'rocket check', path: '/api/v1/rocket/check' },
  { name: 'path to the whole rocket', path: '/api/v1/rocket/path' },
  { name: 'first review', path: '/api/v1/rocket/review' },
  { name: 'what awaits', path: '/api/v1/awaiting' },
  { name: 'course', path: '/api/v1/course' },
  { name: 'one objective', path: '/api/v1/objectives/{objectiveId}', params: { objectiveId: id('c', 1) } },
];

/**
 * The calls of the screens of the bridge, the course and the check over a made-up community. `--activities` (default
 * 1000000); `--only`: screens whose name holds this.
 */
export async function bench(flags: Readonly<Record<string, string>>): Promise<void> {
  const activities = Number(flags['activities'] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-bench-'));
  const server = await openServer(join(folder, 'house'));
  const count = (n: number): string => n.toLocaleString('en');
  try {
    say(
      `bridge: ${count(activities)} made-up activities, ${count(BRIDGE.mandates)} mandates, ${count(BRIDGE.sorted)} acts sorted, ` +
        `${count(BRIDGE.signals)} signals, ${count(BRIDGE.insights)} insights`,
    );
    await server.create('bridge');
    const client = await server.connect('bridge');
    await seed(client, server.workspaceId, communitySize(activities));
    await fillBridge(client, server.workspaceId, LAST_DAY);
    await fillStages(client, server.workspaceId, id('b', 1), id('c', 1));
    await client.end();
    const opened = await openDatabase({ url: server.addressOf('bridge'), dataFolder: folder, log: silentLog });
    if (!opened.ok) throw new Error(opened.refusal.code);
    await prepareJobs(opened.value.ownerPool);
    tell(await timesOf(opened.value, server.workspaceId, folder, flags['only']));
    await opened.value.close();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Timed {
  readonly name: string;
  /** Milliseconds of the quickest round: what others do on the machine only adds. */
  readonly least: number;
  readonly middle: number;
  readonly queries: number;
}

function tell(times: readonly Timed[]): void {
  sayTable([
    ['milliseconds', 'least', 'middle', 'queries'],
    ...times.map((one) => [one.name, one.least.toFixed(1), one.middle.toFixed(1), String(one.queries)]),
  ]);
  sayGoals([
    ...times.map(({ name, least }) => ({ name, measured: least, target: MOST_MS, kind: 'most' as const, unit: ' ms' })),
    ...times.map(({ name, queries }) => ({
      name: `queries of ${name}`,
      measured: queries,
      target: MOST_QUERIES,
      kind: 'most' as const,
    })),
  ]);
}

/** A base that says how many statements were sent to it, those that open and end a transaction aside. */
function counting(database: Database): { readonly database: Database; readonly sent: () => number } {
  let sent = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Counted by their answers: a question inside of another one is transformed as well, and is not sent.
    transformResult: ({ result }) => {
      sent += 1;
      return Promise.resolve(result);
    },
  };
  const inScope: Database['inScope'] = (scope, work) =>
    database.inScope(scope, (db) => work({ ...db, tx: db.tx.withPlugin(plugin) }));
  return { database: { ...database, inScope }, sent: () => sent };
}

/** Each screen whose name holds `only`, so many times, one after the other. */
export async function timesOf(
  base: Database,
  workspaceId: string,
  folder: string,
  only = '',
): Promise<readonly Timed[]> {
  const { database, sent } = counting(base);
  const deps = { database, clock, isFigure: () => true };
  const stages = stageRoutes(database, folder);
  const routes = [
    ...mandateRoutes(deps),
    ...actionRoutes(deps),
    ...signalRoutes(deps),
    ...insightRoutes(deps),
    ...registerRoutes(deps),
    ...loopRoutes(deps),
    ...stages.routes,
  ];
  const newest = await newestThread(base, workspaceId);
  const times: Timed[] = [];
  for (const screen of SCREENS.filter(({ name }) => name.includes(only))) {
    const route = routes.find(({ method, path }) => method === 'get' && path === screen.path);
    if (route === undefined) throw new Error(`no route ${screen.path}`);
    const asked = JSON.parse(JSON.stringify(screen).replace('"newest"', `"${newest}"`)) as Screen;
    // The first call of a screen may still bring the copy of the facts up to now.
    await timeOf(route, asked, workspaceId);
    const taken: number[] = [];
    const asks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = sent();
      taken.push(await timeOf(route, asked, workspaceId));
      asks.push(sent() - before);
    }
    // Now and then the copy of the facts looks for what is new, beside the screen: what most rounds send is the screen's own.
    const queries = middle(asks);
    times.push({ name: screen.name, least: Math.min(...taken), middle: middle(taken), queries });
  }
  await stages.close();
  return times;
}

async function newestThread(database: Database, workspaceId: string): Promise<string> {
  return database.inScope({ workspaceId }, async ({ tx }) => {
    const row = await tx
      .selectFrom('evidence')
      .select('thread_id')
      .where('workspace_id', '=', workspaceId)
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();
    return row.thread_id ?? '';
  });
}

async function timeOf(route: Route, { params, query, asIs }: Screen, workspaceId: string): Promise<number> {
  const scope = { workspaceId };
  const by = { kind: 'person', colleagueId: id('b', 1) } as const;
  const functions = ['pilot', 'host'] as const;
  const seat = { scope, colleagueId: by.colleagueId, functions };
  const actor = { kind: 'person', personId: id('a', 1), sessionId: id('a', 2), language: 'fr', seat };
  const asked = asIs === undefined ? route.query?.parse(query ?? {}) : query;
  const call = { scope, by, functions, actor, language: 'fr', params, query: asked };
  const started = performance.now();
  const answer = await route.handle(call);
  if (!answer.ok) throw new Error(`${route.path} ${answer.refusal.code}`);
  return performance.now() - started;
}
