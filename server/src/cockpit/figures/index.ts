import { LIFECYCLE_FIGURES } from '#cockpit/figures/lifecycle/index.ts';
import { NEWCOMER_FIGURES } from '#cockpit/figures/newcomers/index.ts';
import { PEOPLE_FIGURES } from '#cockpit/figures/people/index.ts';
import { REPLY_FIGURES } from '#cockpit/figures/replies/index.ts';
import { RETENTION_FIGURES } from '#cockpit/figures/retention/index.ts';
import { verifyFigures, type Verification } from '#cockpit/figures/verifying/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Route } from '#platform/http/index.ts';
import type { Refreshed } from '#platform/projection/index.ts';
import type { Figure } from './model.ts';
import { figureRoutes } from './routes.ts';
import { answerFigures, type FiguresDeps } from './service.ts';

export type { Compared, Figure, FigureRow, Measured, Unit } from './model.ts';
export type { FiguresDeps } from './service.ts';
export type { FigureAnswer, FigureQuery, FigureValue } from './wire.ts';
export type { Verification } from '#cockpit/figures/verifying/index.ts';

/** Every figure there is, in the order of the panel. */
export const REGISTRY: readonly Figure[] = [
  ...PEOPLE_FIGURES,
  ...NEWCOMER_FIGURES,
  ...RETENTION_FIGURES,
  ...LIFECYCLE_FIGURES,
  ...REPLY_FIGURES,
];

export interface Figures {
  readonly routes: readonly Route[];
  /** Computes every figure over several windows on both engines, on the user's own data; no difference is expected. */
  verify(scope: Scope): Promise<Verification>;
  /** Brings the copy of the facts up to now. */
  refresh(scope: Scope): Promise<Refreshed>;
}

export function createFigures(deps: FiguresDeps): Figures {
  return {
    routes: figureRoutes(deps, REGISTRY),
    verify: (scope) =>
      verifyFigures(async (query, engine) => answerFigures(deps, scope, REGISTRY, query, 'en', engine)),
    refresh: (scope) => deps.projection.refresh(scope),
  };
}
