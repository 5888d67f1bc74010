import type { z } from 'zod';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { CSV_START, csvLine } from '#platform/files/csv.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { record, verifyChain } from './service.ts';
import type { AuditFilter, AuditLine } from './views.ts';
import { auditAfter, auditPage } from './views.ts';
import type { AuditLine as WireLine } from './wire.ts';
import { AuditCheck, AuditPage, AuditQuery, ExportQuery } from './wire.ts';

interface RouteDeps {
  readonly database: Database;
  readonly clock: Clock;
}

const EXPORT_PAGE = 1_000;

/** The record of what was done: reading it, checking it, taking it away. */
export function auditRoutes({ database, clock }: RouteDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/audit',
      summary: 'What was done in this workspace, newest first',
      query: AuditQuery,
      answer: AuditPage,
      async handle({ scope, query: { after, limit, ...filter }, functions }) {
        const lines = await database.inScope(scope, (db) => auditPage(db, filterOf(filter), after, limit + 1));
        const items = lines.slice(0, limit).map(onWire);
        const last = lines.length > limit ? items.at(-1) : undefined;
        const can = { export: functions.includes('admin') };
        return { ok: true, value: { items, ...(last === undefined ? {} : { next: String(last.number) }), can } };
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/audit/check',
      summary: 'Whether the record is still what was written',
      answer: AuditCheck,
      handle: async ({ scope }) => ({ ok: true, value: await database.inScope(scope, verifyChain) }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/audit/export',
      summary: 'The record as a file',
      query: ExportQuery,
      async handle({ scope, by, query: { format, ...asked }, language }) {
        const filter = filterOf(asked);
        const event = { action: 'audit.exported', objectType: 'audit', objectId: format };
        await database.inScope(scope, (db) => record(db, by, clock.now(), event));
        const lines = allLines(database, scope, filter);
        const isCsv = format === 'csv';
        const contentType = isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
        const body = isCsv ? asCsv(lines, language) : asNdjson(lines);
        return { ok: true, download: { body, contentType, fileName: `audit.${format}` } };
      },
    }),
  ];
}

function filterOf({ from, until, ...rest }: Omit<ExportQuery, 'format'>): AuditFilter {
  const { actorId, action, objectType, objectId } = rest;
  return {
    ...(actorId === undefined ? {} : { actorId }),
    ...(action === undefined ? {} : { action }),
    ...(objectType === undefined ? {} : { objectType }),
    ...(objectId === undefined ? {} : { objectId }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
}

/** Page after page, each its own short transaction: however long the record, no statement is long and nothing piles up. */
async function* allLines(database: Database, scope: Scope, filter: AuditFilter): AsyncIterable<AuditLine> {
  let above = 0;
  for (;;) {
    const lines = await database.inScope(scope, (db) => auditAfter(db, filter, above, EXPORT_PAGE));
    yield* lines;
    above = lines.at(-1)?.number ?? above;
    if (lines.length < EXPORT_PAGE) return;
  }
}

async function* asNdjson(lines: AsyncIterable<AuditLine>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(onWire(line))}\n`;
}

const COLUMNS = ['number', 'at', 'actor_kind', 'actor_id', 'actor', 'action', 'object_type', 'object_id'] as const;
const MORE_COLUMNS = ['before', 'after', 'why', 'mandate_id', 'hash'] as const;

async function* asCsv(lines: AsyncIterable<AuditLine>, language: 'fr' | 'en'): AsyncIterable<string> {
  yield CSV_START + csvLine([...COLUMNS, ...MORE_COLUMNS], language);
  for await (const line of lines) {
    const { number, at, actorKind, actorId, actorName, action, objectType, objectId, why, mandateId, hash } = line;
    const states = [line.before, line.after].map((state) => (state === undefined ? undefined : JSON.stringify(state)));
    const what = [number, at.toISOString(), actorKind, actorId, actorName, action, objectType, objectId];
    yield csvLine([...what, ...states, why, mandateId, hash], language);
  }
}

function onWire(line: AuditLine): z.input<typeof WireLine> {
  const { number, action, objectType, objectId, before, after, why, mandateId, hash } = line;
  const name = line.actorName === undefined ? {} : { name: line.actorName };
  return {
    number,
    at: line.at.toISOString(),
    actor: { kind: line.actorKind, id: line.actorId, ...name },
    action,
    objectType,
    objectId,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(why === undefined ? {} : { why }),
    ...(mandateId === undefined ? {} : { mandateId }),
    hash,
  };
}
