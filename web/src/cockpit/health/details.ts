import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { UrlState } from '#web/app/url-state.ts';

/** What a detail may need of the page it stands on. */
export interface DetailView {
  readonly ws: string;
  /** The figure as it stands above the detail: its card, its window, what was left out. */
  readonly answer: FigureAnswer;
  /** The view in the address; a change is a new view (a theme chosen, a member picked). */
  readonly values: UrlState;
  readonly change: (next: UrlState) => void;
}

export interface DetailProps<Detail> {
  readonly detail: Detail;
  readonly view: DetailView;
}

type AnyDetail = LazyExoticComponent<ComponentType<DetailProps<never>>>;

/**
 * What each kind of detail is drawn by, each in a chunk of its own. One line a kind:
 * `cohorts: lazy(async () => ({ default: (await import('./people/cohorts.tsx')).Cohorts })),`
 */
export const DETAILS: Readonly<Record<string, AnyDetail>> = {
  answer_times: lazy(async () => ({ default: (await import('./replies/answer-curve.tsx')).AnswerCurve })),
  unanswered: lazy(async () => ({ default: (await import('./replies/unanswered.tsx')).Unanswered })),
  first_repliers: lazy(async () => ({ default: (await import('./replies/first-repliers.tsx')).FirstRepliers })),
  concentration: lazy(async () => ({ default: (await import('./replies/concentration.tsx')).Concentration })),
  cohorts: lazy(async () => ({ default: (await import('./people/cohorts.tsx')).Cohorts })),
  blocks: lazy(async () => ({ default: (await import('./people/blocks.tsx')).Blocks })),
  lifecycle: lazy(async () => ({ default: (await import('./people/lifecycle.tsx')).Lifecycle })),
  graph: lazy(async () => ({ default: (await import('./graph/reply-graph.tsx')).ReplyGraph })),
  themes: lazy(async () => ({ default: (await import('./themes/themes-detail.tsx')).ThemesDetail })),
  tone: lazy(async () => ({ default: (await import('./themes/tone-detail.tsx')).ToneDetail })),
  at_risk: lazy(async () => ({ default: (await import('./people/at-risk.tsx')).AtRisk })),
};
