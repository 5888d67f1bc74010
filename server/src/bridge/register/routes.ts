import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { RegisterDeps } from './service.ts';
import { decision, register, registerFile } from './service.ts';
import { DecisionView, ExportQuery, Register, RegisterQuery, RowParams } from './wire.ts';

/** The register of decisions: what waits for whom, and what was decided. */
export function registerRoutes(deps: RegisterDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/decisions',
      summary: 'The register of decisions, whoever waits first',
      query: RegisterQuery,
      answer: Register,
      handle: async ({ query: { after, limit, ...filter }, ...asking }) =>
        yes(await register(deps, asking, filter, { after, limit })),
    }),
    // Before a decision by id.
    inWorkspace({
      method: 'get',
      path: '/api/v1/decisions/export',
      summary: 'The register as a file',
      query: ExportQuery,
      async handle({ query, language, ...asking }) {
        const lines = await registerFile(deps, asking, query, language);
        const contentType = 'text/csv; charset=utf-8';
        return { ok: true, download: { body: piecesOf(lines), contentType, fileName: 'decisions.csv' } };
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/decisions/{insightId}',
      summary: 'One decision: what is asked, what was heard, what was answered',
      params: RowParams,
      answer: DecisionView,
      handle: ({ params, ...asking }) => decision(deps, asking, params.insightId),
    }),
  ];
}

async function* piecesOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
