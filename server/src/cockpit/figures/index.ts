import { CONCENTRATION_FIGURES } from '#cockpit/figures/concentration/index.ts';
import { differingRoutes } from '#cockpit/figures/differing/index.ts';
import { GRAPH_FIGURES } from '#cockpit/figures/graph/index.ts';
import { LIFECYCLE_FIGURES } from '#cockpit/figures/lifecycle/index.ts';
import { NEWCOMER_FIGURES } from '#cockpit/figures/newcomers/index.ts';
import { PEOPLE_FIGURES } from '#cockpit/figures/people/index.ts';
import { REPLY_FIGURES } from '#cockpit/figures/replies/index.ts';
import { RETENTION_FIGURES } from '#cockpit/figures/retention/index.ts';
import { STAFFING_FIGURES } from '#cockpit/figures/staffing/index.ts';
import { THEME_FIGURES } from '#cockpit/figures/themes/index.ts';
import { unansweredRoute } from '#cockpit/figures/unanswered/index.ts';
import { verifyFigures, type Verification } from '#cockpit/figures/verifying/index.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Route } from '#platform/http/index.ts';
import type { Refreshed } from '#platform/projection/index.ts';
import type { Figure as FigureOf, SingleSlice } from './model.ts';
import type { Selection } from './lookup.ts';
import { figureRoutes } from './routes.ts';
import {
  answerFigures,
  cardOf,
  lendFrame,
  weeksOfFigure,
  type FigureRefusal,
  type FiguresDeps,
  type Lent,
  type WeekOfFigure,
} from './service.ts';
import type { FigureAnswer, FigureCard, FigureDetailBody, FigureQuery } from './wire.ts';

export type {
  Asked,
  Compared,
  DetailFrame,
  FigureRow,
  Frame,
  Measured,
  Param,
  Plan,
  Read,
  SingleSlice,
  Slice,
  Sql,
  Unit,
  Watched,
} from './model.ts';
export { inWords } from '#cockpit/figures/telling/index.ts';
export { UNITS } from './model.ts';
export type { FigureRefusal, FiguresDeps, Lent, WeekOfFigure } from './service.ts';
export type { FigureAnswer, FigureDetail, FigureQuery, FigureValue } from './wire.ts';
export type { Verification } from '#cockpit/figures/verifying/index.ts';

/** A figure whose detail, where it has one, is of a kind the wire knows. */
export type Figure = FigureOf<FigureDetailBody>;

/** Every figure there is, in the order of the panel. */
export const REGISTRY: readonly Figure[] = [
  ...PEOPLE_FIGURES,
  ...NEWCOMER_FIGURES,
  ...RETENTION_FIGURES,
  ...LIFECYCLE_FIGURES,
  ...REPLY_FIGURES,
  ...CONCENTRATION_FIGURES,
  ...GRAPH_FIGURES,
  ...STAFFING_FIGURES,
  ...THEME_FIGURES,
];

/** A figure by its id; undefined: there is none. */
export function figureById(figureId: string): Figure | undefined {
  return REGISTRY.find(({ id }) => id === figureId);
}

/** What is told of a figure beside a number of it. One that is no longer in the registry stays known by its id. */
export function figureInBrief(id: string, language: Language): Pick<FigureCard, 'id' | 'name' | 'unit' | 'direction'> {
  const figure = figureById(id);
  if (figure === undefined) return { id, name: id, unit: 'count', direction: 'neither' };
  return { id, name: figure.name[language], unit: figure.unit, direction: figure.direction };
}

/** The query of a slice of one value each; it is compared with nothing. */
export function queryOfSingle({ place, channel, segment, theme, language, kind }: SingleSlice): FigureQuery {
  const only = (value: string | undefined) => (value === undefined ? undefined : [value]);
  return {
    place: only(place),
    channel: only(channel),
    theme: only(theme),
    language: only(language),
    segment,
    kind,
    compare: 'none',
  };
}

export interface Figures {
  readonly routes: readonly Route[];
  /** Some figures of one selection and period, from the facts of one moment, in the order asked; no ids: all of them. */
  answer(
    scope: Scope,
    query: FigureQuery,
    language: Language,
    ids?: readonly string[],
    /** Their values alone: no trend. */
    isBare?: boolean,
    /** What the query asks about, where it was read already. */
    selection?: Selection,
  ): Promise<Result<readonly FigureAnswer[], FigureRefusal>>;
  /** One figure week by week over a period, however long; weeks that are not over or not watched are marked. */
  weeks(
    scope: Scope,
    figureId: string,
    query: FigureQuery,
    /** Whoever asks may not see numbers of a few persons; so unless told otherwise. */
    isGuarded?: boolean,
  ): Promise<Result<readonly WeekOfFigure[], FigureRefusal>>;
  /** Computes every figure over several windows on both engines, on the user's own data; no difference is expected. */
  verify(scope: Scope): Promise<Verification>;
  /** Brings the copy of the facts up to now. */
  refresh(scope: Scope): Promise<Refreshed>;
  /** Lends the places and the window of a figure, in one transaction of the facts, for questions it does not ask itself. */
  lend<T>(
    scope: Scope,
    figureId: string,
    query: FigureQuery,
    work: (lent: Lent) => Promise<T>,
    /** Whoever asks may not see numbers of a few persons; so unless told otherwise. */
    isGuarded?: boolean,
    selection?: Selection,
  ): Promise<Result<T, FigureRefusal>>;
}

export function createFigures(deps: FiguresDeps): Figures {
  const lend: Figures['lend'] = async (scope, figureId, query, work, isGuarded = true, selection) => {
    const figure = figureById(figureId);
    const seen = { ...deps, isGuarded, selection };
    return figure === undefined ? no('http/not_found') : await lendFrame(seen, scope, figure, query, work);
  };
  return {
    routes: [
      ...figureRoutes(deps, REGISTRY),
      ...differingRoutes({ registry: REGISTRY, cardOf, lend }),
      unansweredRoute({ database: deps.database, lend }),
    ],
    answer: async (scope, query, language, ids, isBare = false, selection) => {
      const known = ids?.map(figureById) ?? REGISTRY;
      const asked = known.flatMap((figure) => figure ?? []);
      return asked.length < known.length
        ? no('http/not_found')
        : await answerFigures({ ...deps, isBare, selection }, scope, asked, query, language);
    },
    weeks: async (scope, figureId, query, isGuarded = true) => {
      const figure = figureById(figureId);
      return figure === undefined
        ? no('http/not_found')
        : await weeksOfFigure({ ...deps, isGuarded: isGuarded || deps.isGuarded === true }, scope, figure, query);
    },
    verify: (scope) =>
      verifyFigures(async (query, engine) => answerFigures(deps, scope, REGISTRY, query, 'en', engine)),
    refresh: (scope) => deps.projection.refresh(scope),
    lend,
  };
}
