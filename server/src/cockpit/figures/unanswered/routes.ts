import type { FigureRow, Figures, Lent } from '#cockpit/figures/index.ts';
import { unansweredPage } from '#cockpit/figures/replies/index.ts';
import { threadsById } from '#community/reading/lookup.ts';
import { no, yes } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { threadsOf } from './rules.ts';
import * as wire from './wire.ts';

export interface UnansweredDeps {
  readonly database: Database;
  readonly lend: Figures['lend'];
}

/** The threads behind a number. */
export function unansweredRoute({ database, lend }: UnansweredDeps): Route {
  return inWorkspace({
    method: 'get',
    path: '/api/v1/figures/unanswered/threads',
    summary: 'The questions nobody answered, the oldest first',
    query: wire.UnansweredThreadsQuery,
    answer: wire.UnansweredThreads,
    handle: async ({ scope, query: { offset, limit, ...query }, actor }) => {
      // Threads are open to all, but which of them members of a segment opened would tell who belongs to it.
      if (query.segment !== undefined && !seesFew(actor)) return no('http/not_allowed');
      const page = (lent: Lent) => pageIn(lent, offset, limit);
      const found = await lend(scope, 'unanswered', { ...query, compare: 'none' }, page, false);
      if (!found.ok) return found;
      const { rows, total } = found.value;
      const ids = rows.map((row) => String(row['id']));
      const called = await database.inScope(scope, (db) => threadsById(db, ids));
      return yes({ items: [...threadsOf(rows, called)], total });
    },
  });
}

/** One page, and how many there are in all: past the last one too. */
async function pageIn(
  lent: Lent,
  offset: number,
  limit: number,
): Promise<{ readonly rows: readonly FigureRow[]; readonly total: number }> {
  if (lent.unavailable !== undefined) return { rows: [], total: 0 };
  const rows = await lent.rows(unansweredPage(offset, limit));
  const [first] = rows.length > 0 || offset === 0 ? rows : await lent.rows(unansweredPage(0, 1));
  return { rows, total: Number(first?.['total'] ?? 0) };
}
