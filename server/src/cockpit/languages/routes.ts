import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { languagesIn } from './views.ts';
import * as wire from './wire.ts';

/** What the words of members are written in. */
export function languageRoutes({ projection }: { readonly projection: Projection }): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/languages',
      summary: 'The languages members write in, to narrow figures by',
      answer: wire.LanguagesView,
      handle: async ({ scope }) => {
        const items = await projection.read(scope, (facts) => languagesIn(facts));
        return yes({ items: [...items] });
      },
    }),
  ];
}
