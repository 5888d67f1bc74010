import { z } from 'zod';
import { cancel, forget } from '#community/imports/ending/index.ts';
import { findRun, listProblems, listRuns } from '#community/imports/runs/index.ts';
import type { Run } from '#community/imports/runs/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { no, yes } from '#kernel/result.ts';
import type { Result } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { CSV_START, csvLine } from '#platform/files/csv.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { say } from '#platform/i18n/index.ts';
import { cursorOf, parseCursor, shown } from './rules.ts';
import type { ImportsDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';
import type { RunView } from './wire.ts';

const RunParams = z.object({ runId: z.uuid() });

/** Imports: a file comes in pieces, is recognised, chosen, read, and its problems are told. */
export function importRoutes(deps: ImportsDeps): readonly Route[] {
  return [...sending(deps), ...choosing(deps), ...following(deps), ...problems(deps)];
}

interface Reader {
  readonly language: Language;
  readonly functions: readonly FunctionName[];
}

/** A run in words of the reader. While uploading, what lies on the disk is what counts. */
async function presented(deps: ImportsDeps, run: Run, { language, functions }: Reader): Promise<RunView> {
  const bytesDone = run.state === 'uploading' ? await deps.uploads.received(run) : run.bytesDone;
  const { refusal } = run;
  return {
    ...shown({ ...run, bytesDone }, deps.clock.now(), functions),
    refusal:
      refusal === undefined ? null : { code: refusal.code, detail: say(language, refusal.code, refusal.details) },
  };
}

async function runView(deps: ImportsDeps, scope: Scope, runId: string, reader: Reader): Promise<Result<RunView>> {
  const run = await deps.database.inScope(scope, (db) => findRun(db, runId));
  return run === undefined ? no('http/not_found') : yes(await presented(deps, run, reader));
}

function sending(deps: ImportsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/imports',
      summary: 'Announce an export about to be sent, and the place it goes to',
      body: wire.NewImport,
      answer: wire.RunView,
      handle: async (call) => {
        const announced = await service.announce(deps, call.scope, call.by, call.body);
        return announced.ok ? await runView(deps, call.scope, announced.value, call) : announced;
      },
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/imports/{runId}/content',
      summary: 'Send the next bytes of the file, at most 16 MiB; `offset` is what was received so far',
      params: RunParams,
      query: wire.ContentQuery,
      bodyLimit: 'stream',
      answer: wire.Received,
      statuses: { 'upload/wrong_offset': 409, 'upload/disk_full': 507, 'import/not_uploading': 409 },
      handle: ({ scope, params, query, raw }) =>
        service.takeContent(deps, scope, params.runId, { offset: query.offset, body: raw.body }),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/imports/{runId}',
      summary: 'Forget an upload of which nothing was read',
      params: RunParams,
      statuses: { 'import/already_started': 409 },
      handle: ({ scope, params }) => forget(deps, scope, params.runId),
    }),
  ];
}

function choosing(deps: ImportsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/imports/{runId}/inspect',
      summary: 'Say what kind of export this may be, and show the columns of a table',
      params: RunParams,
      answer: wire.Inspection,
      statuses: { 'import/already_started': 409, 'import/incomplete': 409, 'archive/disk_full': 507 },
      handle: ({ scope, by, params }) => service.inspect(deps, scope, by, params.runId),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/imports/{runId}/start',
      summary: 'Read the export as what it is said to be',
      params: RunParams,
      body: wire.StartImport,
      answer: wire.RunView,
      statuses: { 'import/already_started': 409, 'import/incomplete': 409 },
      handle: async (call) => {
        const started = await service.start(deps, call.scope, call.by, call.params.runId, call.body);
        return started.ok ? await runView(deps, call.scope, call.params.runId, call) : started;
      },
    }),
  ];
}

function following(deps: ImportsDeps): readonly Route[] {
  const { database } = deps;
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/imports',
      summary: 'Imports, latest first',
      query: wire.RunsQuery,
      answer: wire.RunsView,
      handle: async (call) => {
        const { limit, place, after } = call.query;
        const page = { limit: limit + 1, placeId: place, before: parseCursor(after) };
        const runs = await database.inScope(call.scope, (db) => listRuns(db, page));
        const items = await Promise.all(runs.slice(0, limit).map((run) => presented(deps, run, call)));
        const last = runs.length > limit ? runs[limit - 1] : undefined;
        return yes({ items, ...(last === undefined ? {} : { next: cursorOf(last) }) });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/imports/{runId}',
      summary: 'How far an import is',
      params: RunParams,
      answer: wire.RunView,
      handle: (call) => runView(deps, call.scope, call.params.runId, call),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/imports/{runId}/cancel',
      summary: 'Stop an import where it stands; what was read is kept',
      params: RunParams,
      answer: wire.RunView,
      statuses: { 'import/already_finished': 409 },
      handle: async (call) => {
        const cancelled = await cancel(deps, call.scope, call.by, call.params.runId);
        return cancelled.ok ? yes(await presented(deps, cancelled.value, call)) : cancelled;
      },
    }),
  ];
}

function problems(deps: ImportsDeps): readonly Route[] {
  const { database } = deps;
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/imports/{runId}/problems',
      summary: 'What could not be read, and where it stands in the export',
      params: RunParams,
      query: wire.ProblemsQuery,
      answer: wire.ProblemsView,
      handle: async ({ scope, params, query, language }) => {
        const found = await database.inScope(scope, async (db) => {
          const run = await findRun(db, params.runId);
          return run && { total: run.counts.refused, rows: await listProblems(db, run.id, query.after, query.limit) };
        });
        if (found === undefined) return no('http/not_found');
        const items = found.rows.map((row) => ({ ...row, detail: say(language, `import/problem_${row.code}`) }));
        const last = items.length < query.limit ? undefined : items.at(-1);
        return yes({ items, total: found.total, ...(last === undefined ? {} : { next: String(last.number) }) });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/imports/{runId}/problems/export',
      summary: 'The same as a CSV file',
      params: RunParams,
      handle: async ({ scope, params, language }) => {
        const run = await database.inScope(scope, (db) => findRun(db, params.runId));
        if (run === undefined) return no('http/not_found');
        const body = problemLines(deps, scope, run.id, language);
        return {
          ok: true,
          download: { body, contentType: 'text/csv; charset=utf-8', fileName: `${run.fileName}.csv` },
        };
      },
    }),
  ];
}

const PAGE = 1000;
const HEADS = {
  fr: ['fichier', 'ligne', 'code', 'raison', 'extrait'],
  en: ['file', 'line', 'code', 'reason', 'excerpt'],
} as const;

async function* problemLines(
  deps: ImportsDeps,
  scope: Scope,
  runId: string,
  language: Language,
): AsyncIterable<string> {
  yield CSV_START + csvLine(HEADS[language], language);
  for (let after = 0; ; after += PAGE) {
    const rows = await deps.database.inScope(scope, (db) => listProblems(db, runId, after, PAGE));
    for (const { file, line, code, excerpt } of rows)
      yield csvLine([file, line, code, say(language, `import/problem_${code}`), excerpt], language);
    if (rows.length < PAGE) return;
  }
}
