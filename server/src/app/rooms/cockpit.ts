import { join } from 'node:path';
import { courseRoutes, courseTasks, watchReadings } from '#cockpit/course/index.ts';
import type { Figures } from '#cockpit/figures/index.ts';
import { createFigures } from '#cockpit/figures/index.ts';
import { languageRoutes } from '#cockpit/languages/index.ts';
import { createNetwork } from '#cockpit/network/index.ts';
import { noteRoutes } from '#cockpit/notes/index.ts';
import { proofRoutes, proofTasks, watchProofs, type ProofDeps } from '#cockpit/proof/index.ts';
import { segmentRoutes } from '#cockpit/segments/index.ts';
import { standingRoutes } from '#cockpit/standing/index.ts';
import { createSums, valueRoutes } from '#cockpit/value/index.ts';
import type { ValueDeps } from '#cockpit/value/index.ts';
import { DRAWS } from '@passerelle/measure';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import { createOffload } from '#platform/offload/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { createProjection } from '#platform/projection/index.ts';

interface CockpitDeps {
  readonly dataFolder: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people reach the installation. */
  readonly origin: () => string;
}

export interface CockpitRoom {
  readonly routes: readonly Route[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly figures: Figures;
  readonly proof: ProofDeps;
  /** From here on key results are read, and verdicts kept when they are due, in these workspaces. */
  watch(scopes: readonly Scope[]): Promise<void>;
  readonly projection: Projection;
  /** For the model of the demonstration. */
  readonly value: ValueDeps;
  close(): Promise<void>;
}

/** The figures, and the copy of the facts they are computed on. */
export function openCockpitRoom({ dataFolder, database, clock, log, origin }: CockpitDeps): CockpitRoom {
  const projection = createProjection({ database, clock, log, folder: join(dataFolder, 'projection') });
  const figures = createFigures({ database, projection, clock });
  const notes = noteRoutes({ database, projection, clock });
  const segments = segmentRoutes({ database, projection, clock });
  const standing = standingRoutes({ database, figures });
  // What the course measures is shown to everybody of the team: numbers of a few persons are kept back from it.
  const guarded = createFigures({ database, projection, clock, isGuarded: true });
  const course = { database, figures: guarded, clock };
  const proof = { database, projection, figures, clock };
  const offload = createOffload();
  const network = createNetwork({ database, figures, offload });
  const value = { ...course, sums: createSums(offload), draws: DRAWS };
  return {
    routes: [
      ...figures.routes,
      ...network.routes,
      ...languageRoutes({ projection }),
      ...notes,
      ...segments,
      ...standing,
      ...courseRoutes(course),
      ...valueRoutes(value),
      ...proofRoutes(proof),
    ],
    tasks: { ...courseTasks({ ...course, origin }), ...proofTasks(proof) },
    figures,
    proof,
    watch: async (scopes) => {
      await watchReadings(course, scopes);
      await watchProofs(proof, scopes);
    },
    projection,
    value: course,
    close: async () => {
      await offload.close();
      await projection.close();
    },
  };
}
