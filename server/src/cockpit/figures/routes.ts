import { no, yes } from '#kernel/result.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import type { Figure } from './model.ts';
import { answerDetail, answerFigures, cardOf, type FiguresDeps } from './service.ts';
import * as wire from './wire.ts';

/** What whoever asks may see of them. */
function seenBy(deps: FiguresDeps, actor: Actor): FiguresDeps {
  return { ...deps, isGuarded: !seesFew(actor) };
}

/** The registry, one figure, and the panel of all of them. */
export function figureRoutes(deps: FiguresDeps, registry: readonly Figure<wire.FigureDetailBody>[]): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures',
      summary: 'The figures and how each is defined',
      answer: wire.FigureRegistry,
      handle: async ({ actor, language }) =>
        yes({ items: registry.map((figure) => cardOf(figure, language)), can: { differ: seesFew(actor) } }),
    }),
    // Before the figures by name: no figure may be called "panel".
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/panel',
      summary: 'Some figures, or all, of one selection and period, from the facts of one moment',
      query: wire.PanelQuery,
      answer: wire.FigurePanel,
      handle: async ({ scope, actor, query: { figure: ids, ...query }, language }) => {
        const figures = ids === undefined ? registry : named(registry, ids);
        if (figures === undefined) return no('http/not_found');
        const answers = await answerFigures(seenBy(deps, actor), scope, figures, query, language);
        return answers.ok ? yes({ items: [...answers.value] }) : answers;
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/{figureId}',
      summary: 'One figure, with its comparison, its trend and its definition',
      params: wire.FigureParams,
      query: wire.FigureQuery,
      answer: wire.FigureAnswer,
      handle: async ({ scope, actor, params, query, language }) => {
        const figure = registry.find((one) => one.id === params.figureId);
        if (figure === undefined) return no('http/not_found');
        const answers = await answerFigures(seenBy(deps, actor), scope, [figure], query, language);
        if (!answers.ok) return answers;
        const [answer] = answers.value;
        return answer === undefined ? no('http/not_found') : yes(answer);
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/{figureId}/detail',
      summary: 'What the page of a figure draws beyond its trend',
      params: wire.FigureParams,
      query: wire.FigureQuery,
      answer: wire.FigureDetail,
      handle: async ({ scope, actor, params, query, language }) => {
        const figure = registry.find((one) => one.id === params.figureId);
        return figure === undefined
          ? no('http/not_found')
          : answerDetail(seenBy(deps, actor), scope, figure, query, language);
      },
    }),
  ];
}

/** The figures of these ids; undefined when one of them is none. */
function named(
  registry: readonly Figure<wire.FigureDetailBody>[],
  ids: readonly string[],
): readonly Figure<wire.FigureDetailBody>[] | undefined {
  const figures = [...new Set(ids)].map((id) => registry.find((one) => one.id === id));
  return figures.some((one) => one === undefined) ? undefined : figures.filter((one) => one !== undefined);
}
