import { join } from 'node:path';
import { eraseAgain, erasureRoutes } from '#community/erasure/index.ts';
import { findingRoutes } from '#community/finding/index.ts';
import { importRoutes, importTasks } from '#community/imports/index.ts';
import type { ImportsDeps } from '#community/imports/index.ts';
import { applyStaffRules, memberRoutes, recountIdentities } from '#community/members/index.ts';
import { mergingRoutes } from '#community/merging/index.ts';
import { placeRoutes, placeTasks } from '#community/places/index.ts';
import { readingRoutes } from '#community/reading/index.ts';
import { correctingRoutes } from '#community/understanding/correcting/index.ts';
import { askReading, readingTasks } from '#community/understanding/readings/index.ts';
import type { ReadingsDeps } from '#community/understanding/readings/index.ts';
import { themeRoutes } from '#community/understanding/themes/index.ts';
import { fileConnectors } from '#connectors/all.ts';
import type { Scope } from '#kernel/scope.ts';
import { openExport } from '#platform/archives/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';
import { languageDetector } from '#platform/text/index.ts';
import { openUploads } from '#platform/uploads/index.ts';
import type { Ledger } from '#app/ledger.ts';

/** The largest export taken by the browser. */
const LARGEST_UPLOAD = 20 * 1024 ** 3;
/** One piece of an upload. */
const PIECE = 16 * 1024 ** 2;

interface CommunityDeps {
  readonly dataFolder: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Turns an account into a mark that says nothing to anybody else. */
  readonly tombstoneSecret: string;
  readonly onChanged: (scope: Scope) => void;
  /** Keeps outside the base who was erased, by marks that name nobody. */
  readonly ledger: Ledger;
}

export interface CommunityRoom {
  readonly routes: readonly Route[];
  readonly tasks: Readonly<Record<string, Task>>;
  /** For imports from the command line and the demonstration. */
  readonly imports: ImportsDeps;
  /** For reading texts from the command line. */
  readonly understanding: ReadingsDeps;
  /** Erases again whom a restored backup brought back; answers how many people. */
  eraseAgain(scope: Scope): Promise<number>;
}

/** The community: what came in, who is who, and reading it. */
export function openCommunityRoom(deps: CommunityDeps): CommunityRoom {
  const { database, clock, log, tombstoneSecret: secret, onChanged, ledger } = deps;
  const onErased = (scope: Scope, marks: readonly Buffer[]): void => {
    ledger.add(scope, marks);
    onChanged(scope);
  };
  const erasure = { database, clock, secret, onErased };
  const places = { database, clock, onChanged };
  const understanding: ReadingsDeps = { database, clock, onChanged };
  const imports: ImportsDeps = {
    database,
    clock,
    log,
    openExport,
    connectors: fileConnectors,
    onImported: async (scope) => {
      onChanged(scope);
      await database.inScope(scope, askReading);
    },
    maxBytes: LARGEST_UPLOAD,
    uploads: openUploads({ folder: join(deps.dataFolder, 'uploads'), chunkBytes: PIECE }),
    ingestion: { database, secret, languageOf: languageDetector, applyStaffRules, recountIdentities },
  };
  return {
    imports,
    tasks: { ...importTasks(imports), ...placeTasks(places), ...readingTasks(understanding) },
    understanding,
    eraseAgain: async (scope) => eraseAgain(erasure, scope, ledger.marksOf(scope)),
    routes: [
      ...placeRoutes(places),
      ...importRoutes(imports),
      ...readingRoutes({ database }),
      ...findingRoutes({ database }),
      ...memberRoutes({ database, clock }),
      ...mergingRoutes({ database, clock }),
      ...erasureRoutes(erasure),
      ...themeRoutes({ database, clock, askReading, onChanged }),
      ...correctingRoutes({ database, clock, onChanged }),
    ],
  };
}
