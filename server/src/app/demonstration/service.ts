import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Truth } from '#app/demo/index.ts';
import { makeValueModel } from '#app/demonstration/value.ts';
import type { ValueDeps } from '#cockpit/value/index.ts';
import { importPath } from '#community/imports/path/index.ts';
import type { ImportsDeps } from '#community/imports/index.ts';
import { setStaffRules } from '#community/members/index.ts';
import { allProofs, settleProofs, writeProof, type ProofDeps } from '#cockpit/proof/index.ts';
import type { By } from '#kernel/actor.ts';
import { addDays } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import type { Spaces } from '#workspace/spaces/index.ts';
import { openedOn, settingsOf } from '#workspace/spaces/lookup.ts';

export interface DemonstrationDeps {
  readonly dataFolder: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly spaces: Spaces;
  readonly imports: ImportsDeps;
  /** What the value model of the demonstration is kept and measured with. */
  readonly value: ValueDeps;
  readonly proof: ProofDeps;
}

const BUILD_TASK = 'demonstration.build';
const BY: By = { kind: 'system', name: 'demonstration' };
/** Any number, so long as it stays: everybody explores the same community. */
const SEED = 20_260;

const NAMES = { fr: 'Démonstration', en: 'Demonstration' } as const satisfies Readonly<Record<Language, string>>;

/** Opens a workspace of its own for the made-up community, which a job then brings in; answers its slug. */
export async function openDemonstration(
  { database, spaces }: DemonstrationDeps,
  personId: string,
  language: Language,
): Promise<Result<{ slug: string }, 'http/not_allowed' | 'workspace/zone_unknown'>> {
  const space = await spaces.open(personId, { name: NAMES[language], zone: 'Europe/Paris', language, isDemo: true });
  if (!space.ok) return space;
  const scope = { workspaceId: space.value.id };
  await database.inScope(scope, (db) =>
    enqueue(db, { task: BUILD_TASK, payload: {}, key: `${BUILD_TASK} ${scope.workspaceId}` }),
  );
  return yes({ slug: space.value.slug });
}

/** Takes the demonstration away with everything in it. A real workspace is never taken away like this. */
export async function removeDemonstration(
  { database }: DemonstrationDeps,
  scope: Scope,
): Promise<Result<undefined, 'demonstration/not_one'>> {
  return database.inScope(scope, async (db) => {
    const { numDeletedRows } = await db.tx
      .deleteFrom('workspace')
      .where('id', '=', scope.workspaceId)
      .where('is_demo', '=', true)
      .executeTakeFirst();
    return numDeletedRows > 0n ? yes(undefined) : no('demonstration/not_one');
  });
}

export function demonstrationTasks(deps: DemonstrationDeps): Readonly<Record<string, Task>> {
  return { [BUILD_TASK]: ({ scope, signal }) => buildDemonstration(deps, scope, signal) };
}

/** Writes the made-up exports and brings them in as any export comes in; done again after a kill, it writes no row twice. */
export async function buildDemonstration(deps: DemonstrationDeps, scope: Scope, signal: AbortSignal): Promise<void> {
  const folder = join(deps.dataFolder, 'demonstration', scope.workspaceId);
  // The day before its workspace was opened: whole, and the same when a kill makes it go on the day after.
  const until = addDays(await deps.database.inScope(scope, openedOn), -1);
  // What its people say is put together when it is read: no start waits for it.
  const { createDemoFiles } = await import('#app/demo/index.ts');
  const { places, staffDomain, truth } = await createDemoFiles({ seed: SEED, until, folder });
  await setStaffRules(deps, scope, BY, { domains: [staffDomain], addresses: [], handles: [] });
  for (const { connector, name, language, path } of places) {
    const imported = await importPath(deps.imports, {
      scope,
      by: BY,
      path,
      connector,
      place: { name, language },
      signal,
    });
    if (!imported.ok) throw new Error(`The demonstration does not come in: ${imported.refusal.code}`);
  }
  // What was cut goes on another time; half of a community has nothing to be measured.
  if (signal.aborted) return;
  await makeValueModel(deps.value, scope, BY);
  await rm(folder, { recursive: true, force: true });
  await writeProofs(deps, scope, truth);
}

/** Both campaigns are over when their verdicts come: one that changed something, one that did not. */
const PROOF_WEEKS = 14;
const DAYS_BEFORE = 5;

const TITLES = {
  campaign: { fr: 'Ateliers du soir', en: 'Evening workshops' },
  sham: { fr: 'Défi photo', en: 'Photo challenge' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const CAMPAIGNS = ['sham', 'campaign'] as const satisfies readonly (keyof typeof TITLES)[];

/** Whether everything is there: what its two campaigns came to is written last. */
export function isBuilt({ database }: DemonstrationDeps, scope: Scope): Promise<boolean> {
  return database.inScope(scope, async (db) => {
    const proofs = await allProofs(db);
    return proofs.filter(({ verdict }) => verdict !== null).length >= CAMPAIGNS.length;
  });
}

/** What the team expected of both campaigns, written some days before each began, and what came of it. */
async function writeProofs(deps: DemonstrationDeps, scope: Scope, truth: Truth): Promise<void> {
  const { language, known } = await deps.database.inScope(scope, async (db) => ({
    ...(await settingsOf(db)),
    known: (await allProofs(db)).map(({ title }) => title),
  }));
  for (const one of CAMPAIGNS) {
    if (known.includes(TITLES[one][language])) continue;
    const { startsOn, figure } = truth[one];
    const then = new Date(`${addDays(startsOn, -DAYS_BEFORE)}T09:00:00Z`);
    const written = await writeProof({ ...deps.proof, clock: { now: () => then } }, scope, BY, {
      title: TITLES[one][language],
      figure,
      slice: {},
      direction: 'up',
      size: 0.1,
      sizeIn: 'unit',
      startDay: startsOn,
      weeks: PROOF_WEEKS,
      design: 'weeks',
      controls: [],
      events: [],
    });
    if (!written.ok) throw new Error(`The demonstration has no proof: ${written.refusal.code}`);
  }
  await settleProofs(deps.proof, scope);
}
