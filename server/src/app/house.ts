import { join } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Scope } from '#kernel/scope.ts';
import { demonstrationRoutes } from '#app/demonstration/routes.ts';
import { demonstrationTasks } from '#app/demonstration/service.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { mount, securityHeaders } from '#platform/http/index.ts';
import type { JobRunner } from '#platform/jobs/index.ts';
import { startJobs } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import { createMailer } from '#platform/mail/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import type { Metrics } from '#platform/metrics/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import { letterTasks } from '#workspace/letters/index.ts';
import { assertComplete } from '#workspace/permissions/index.ts';
import type { Config } from './config.ts';
import { peerAddress } from '#app/http/address.ts';
import { watchProxies } from '#app/http/proxies.ts';
import { staticPages } from '#app/http/static.ts';
import { watchingRoutes } from '#app/http/watching.ts';
import { openLedger } from './ledger.ts';
import { startRounds } from './rounds.ts';
import { PERMISSIONS } from './permissions.ts';
import { openBridgeRoom } from '#app/rooms/bridge.ts';
import { openCockpitRoom } from '#app/rooms/cockpit.ts';
import type { CockpitRoom } from '#app/rooms/cockpit.ts';
import { openCommunityRoom } from '#app/rooms/community.ts';
import type { CommunityRoom } from '#app/rooms/community.ts';
import { openRocketRoom } from '#app/rooms/rocket.ts';
import { watchMonths } from '#rocket/check/index.ts';
import type { WorkspaceRoom } from '#app/rooms/workspace.ts';
import { openWorkspaceRoom } from '#app/rooms/workspace.ts';

const PAGES = join(import.meta.dirname, '../../../web/dist');

/** Everything put together, not yet listening. */
export interface House {
  readonly config: Config;
  readonly database: Database;
  readonly vault: Vault;
  readonly workspace: WorkspaceRoom;
  readonly community: CommunityRoom;
  readonly cockpit: CockpitRoom;
  readonly routes: readonly Route[];
  readonly http: Hono;
  /** Says where people reach it, once that is known. */
  standAt(origin: string): void;
  /** What the secret makes of a fixed word, for backups. */
  readonly secretMark: string;
  /** Erases again whom a restored backup brought back, in every workspace; answers how many people. */
  eraseAgain(): Promise<number>;
  /** From here on this process does what was enqueued; what a kill interrupted goes on. */
  startJobs(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}

/** Puts the rooms together on a base that is open; the whole application but for its files of pages and its port. */
export function furnish(deps: HouseDeps, database: Database, vault: Vault): House {
  const { config, clock, log } = deps;
  let jobs: JobRunner | undefined;
  let rounds: ReturnType<typeof startRounds> | undefined;
  let origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const { workspace, community, cockpit, rocket, routes, tasks } = openRooms(deps, database, vault, () => origin);
  const metrics = createMetrics(clock);
  routes.push(...watchingRoutes({ database, metrics, metricsToken: config.metricsToken, routes: () => routes }));
  assertComplete(routes, PERMISSIONS);
  return {
    config,
    database,
    vault,
    workspace,
    community,
    cockpit,
    routes,
    http: httpOf(deps, routes, workspace, metrics),
    standAt: (at) => {
      origin = config.publicUrl ?? at;
    },
    secretMark: vault.mark('backup', 'secret').toString('hex'),
    eraseAgain: () => eraseAgainEverywhere(database, community),
    startJobs: async () => {
      jobs = await startJobs({ ownerPool: database.ownerPool, clock, log, tasks });
      const spaces = await everySpace(database);
      await rocket.watchMonths(spaces);
      await cockpit.watch(spaces);
      // Rounds only write letters.
      if (config.mail !== undefined) rounds = startRounds(database, log);
    },
    close: async () => {
      rounds?.stop();
      await jobs?.stop();
      await cockpit.close();
      await database.close();
    },
  };
}

/** The rooms, with all their routes and jobs. */
function openRooms({ config, clock, log }: HouseDeps, database: Database, vault: Vault, origin: () => string) {
  const { dataFolder } = config;
  const onOpened = (db: Scoped): Promise<void> => watchMonths(db, clock.now());
  const workspace = openWorkspaceRoom({ config, database, clock, log, vault, origin, onOpened });
  const cockpit = openCockpitRoom({ dataFolder, database, clock, log, origin });
  const community = openCommunityRoom({
    dataFolder,
    database,
    log,
    clock,
    tombstoneSecret: vault.mark('tombstones', 'members').toString('hex'),
    onChanged: (scope) => cockpit.projection.onChanged(scope),
    ledger: openLedger(dataFolder),
  });
  const bridge = openBridgeRoom({ database, clock, origin });
  const mailing = config.mail === undefined ? {} : letterTasks({ database, clock, mailer: createMailer(config.mail) });
  const rocket = openRocketRoom({ database, clock, figures: cockpit.figures });
  const { value, proof } = cockpit;
  const brought = { spaces: workspace.spaces, imports: community.imports, value, proof };
  const demonstration = { database, clock, dataFolder, ...brought };
  const routes: Route[] = [
    ...workspace.routes,
    ...community.routes,
    ...cockpit.routes,
    ...bridge.routes,
    ...rocket.routes,
    ...demonstrationRoutes(demonstration),
  ];
  const ofStages = { ...community.tasks, ...bridge.tasks, ...cockpit.tasks, ...rocket.tasks };
  const tasks = { ...ofStages, ...mailing, ...demonstrationTasks(demonstration) };
  return { workspace, community, cockpit, rocket, routes, tasks };
}

function httpOf(
  { config, log }: HouseDeps,
  routes: readonly Route[],
  { guard }: WorkspaceRoom,
  metrics: Metrics,
): Hono {
  const http = new Hono();
  http.use(metrics.watch, securityHeaders());
  const watch = watchProxies({ dataFolder: config.dataFolder, trusted: config.trustedProxies, log });
  const addressOf = (request: Request, env: unknown): string => {
    const forwarded = request.headers.get('x-forwarded-for');
    const remote = remoteOf(env);
    watch(forwarded, remote);
    return peerAddress(forwarded, remote, config.trustedProxies);
  };
  http.route('/', mount(routes, { guard, log, addressOf }));
  http.get('*', staticPages(PAGES));
  return http;
}

async function eraseAgainEverywhere(database: Database, community: CommunityRoom): Promise<number> {
  let people = 0;
  for (const scope of await everySpace(database)) people += await community.eraseAgain(scope);
  return people;
}

async function everySpace(database: Database): Promise<readonly Scope[]> {
  const rows = await database.installation.selectFrom('workspace').select('id').execute();
  return rows.map(({ id }) => ({ workspaceId: id }));
}

function remoteOf(env: unknown): string {
  return getConnInfo({ env } as Parameters<typeof getConnInfo>[0]).remote.address ?? '';
}
