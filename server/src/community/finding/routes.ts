import { yes } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { membersBegun, placesBegun, threadsBegun } from './views.ts';
import * as wire from './wire.ts';

/** Finding by the beginnings of words: what the palette asks at every pause of whoever types. */
export function findingRoutes({ database }: { readonly database: Database }): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/find',
      summary: 'Members, places and threads whose names have words that begin as typed',
      query: wire.FindQuery,
      answer: wire.FoundView,
      handle: ({ scope, query: { typed } }) =>
        database.inScope(scope, async (db) =>
          yes({
            members: await membersBegun(db, typed),
            places: await placesBegun(db, typed),
            threads: await threadsBegun(db, typed),
          }),
        ),
    }),
  ];
}
