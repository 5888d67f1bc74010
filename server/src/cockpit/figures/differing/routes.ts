import { compose } from '#cockpit/figures/counting/index.ts';
import { no, yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { answerDiffers } from './service.ts';
import type { DifferingDeps } from './service.ts';
import * as wire from './wire.ts';

const DAY = '2000-01-01';
/** Everything, for one day: the text is the same for others but for the length of its calendar. */
const PLAIN = {
  places: [],
  slice: {},
  asked: [{ from: DAY, until: '2000-01-02' }],
  looked: [{ from: DAY, until: '2000-01-02' }],
  since: DAY,
  firstDay: DAY,
  lastDay: DAY,
} as const;

/** How a figure is computed, and why another count of the same is another. */
export function differingRoutes(deps: DifferingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/{figureId}/formula',
      summary: 'The SQL text a figure is computed by, the same on both engines',
      params: wire.DiffersParams,
      answer: wire.FigureFormula,
      handle: async ({ params }) => {
        const figure = deps.registry.find(({ id }) => id === params.figureId);
        if (figure === undefined) return no('http/not_found');
        return yes({ id: figure.id, sql: figure.reads === 'nothing' ? null : compose(figure, PLAIN).text });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/{figureId}/differs',
      summary: 'A figure beside other counts people hold against it, on the same facts and days',
      params: wire.DiffersParams,
      query: wire.DiffersQuery,
      answer: wire.FigureDiffers,
      handle: ({ scope, params, query, language }) => answerDiffers(deps, scope, params.figureId, query, language),
    }),
  ];
}
