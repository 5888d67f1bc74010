import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { counted, mayWrite, shown } from './rules.ts';
import type { PlacesDeps } from './service.ts';
import * as service from './service.ts';
import { placeCounts, placeList } from './views.ts';
import * as wire from './wire.ts';

const PlaceParams = z.object({ placeId: z.uuid() });

/** Places: what each cannot tell, what came from it, how fresh it is. */
export function placeRoutes(deps: PlacesDeps): readonly Route[] {
  const { database } = deps;
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/places',
      summary: 'Places, and what each cannot tell',
      answer: wire.PlacesView,
      handle: async ({ scope, functions }) => {
        const rows = await database.inScope(scope, (db) => placeList(db));
        return yes({ items: rows.map((row) => shown(row, functions)), can: { add: mayWrite(functions) } });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/places/counts',
      summary: 'What came from each place, and how fresh it is',
      answer: wire.PlacesCounts,
      handle: async ({ scope }) => yes({ items: (await database.inScope(scope, placeCounts)).map(counted) }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/places/{placeId}',
      summary: 'One place',
      params: PlaceParams,
      answer: wire.PlaceView,
      handle: async ({ scope, params, functions }) => {
        const [row] = await database.inScope(scope, (db) => placeList(db, params.placeId));
        return row === undefined ? no('http/not_found') : yes(shown(row, functions));
      },
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/places/{placeId}',
      summary: 'Rename a place, or say its language',
      params: PlaceParams,
      body: wire.PlacePatch,
      handle: ({ scope, by, language, params, body }) =>
        service.patchPlace(deps, { scope, by, language }, params.placeId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/places/{placeId}/remove',
      summary: 'Delete a place and everything that came from it; its name must be typed',
      params: PlaceParams,
      body: wire.PlaceRemoval,
      handle: ({ scope, by, params, body }) => service.removePlace(deps, scope, by, params.placeId, body),
    }),
  ];
}
