import { yes } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { marksOf } from './views.ts';
import { MarksQuery, MarksView } from './wire.ts';

/** What messages became part of, shown beside them where they are read. */
export function markRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/marks',
      summary: 'What messages became part of: mandates they were written for, signals raised from them, members told',
      query: MarksQuery,
      answer: MarksView,
      handle: ({ scope, actor, query }) =>
        database.inScope(scope, async (db) => yes(await marksOf(db, query.messageId, seesFew(actor)))),
    }),
  ];
}
