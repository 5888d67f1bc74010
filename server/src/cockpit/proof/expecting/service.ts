import { randomBytes } from 'node:crypto';
import { isThin } from '@passerelle/measure';
import { expectingMandate } from '#bridge/mandates/lookup.ts';
import { figureById, type FigureQuery, type Figures } from '#cockpit/figures/index.ts';
import { DRAW_FIGURE } from '#cockpit/proof/draw/index.ts';
import { happeningsAround, type Happening } from '#cockpit/proof/happenings/index.ts';
import { gatherSeries, type Series } from '#cockpit/proof/series/index.ts';
import { addDays, dayIn, mondayFrom } from '#kernel/day.ts';
import { plainText } from '#kernel/plainly.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { Expected } from './model.ts';
import { livePlaces } from './lookup.ts';
import {
  askedOf,
  baseOf,
  dayProblem,
  drawNeedsOf,
  historyProblem,
  mattersOf,
  rehearse,
  weeksThatTell,
  type Asked,
  type DrawNeeds,
  type PlanCode,
  type Problem,
} from './rules.ts';
import type { NewProof } from './wire.ts';

export interface ProofDeps {
  readonly database: Database;
  readonly projection: Projection;
  readonly figures: Pick<Figures, 'weeks' | 'lend' | 'answer'>;
  readonly clock: Clock;
}

/** What is to be written, settled: held against the clock, the registry and the weeks that are there. */
export interface Plan {
  readonly title: string;
  readonly mandateId: string | null;
  readonly expects: Expected;
  readonly untilDay: string;
  readonly series: Series;
  readonly happenings: readonly Happening[];
}

/** Settles what is asked, or refuses it; nothing is written. */
export async function planOf(deps: ProofDeps, scope: Scope, body: NewProof): Promise<Result<Plan, PlanCode>> {
  const { today, mandate } = await deps.database.inScope(scope, async (db) => ({
    today: dayIn((await settingsOf(db)).zone, deps.clock.now()),
    mandate: 'mandateId' in body ? await expectingMandate(db, body.mandateId) : undefined,
  }));
  const found = 'mandateId' in body ? askedOf(body, mandate, today) : yes(body as Asked);
  if (!found.ok) return found;
  const asked = found.value;
  const problem = dayProblem(asked, today) ?? partProblem(asked);
  if (problem !== undefined) return no(problem.code, problem.details);
  const series = await gatherSeries(deps, scope, asked);
  if (!series.ok) return series;
  return await settle(deps, scope, asked, { series: series.value, today });
}

interface Ground {
  readonly series: Series;
  readonly today: string;
}

async function settle(
  deps: ProofDeps,
  scope: Scope,
  asked: Asked,
  { series, today }: Ground,
): Promise<Result<Plan, PlanCode>> {
  const { title, mandate, consent, ...rest } = asked;
  const late = historyProblem(asked, series, today);
  if (late !== undefined) return no(late.code, late.details);
  const base = baseOf(series);
  const matters = mattersOf(asked, series.of, base);
  if (!matters.ok) return matters;
  const untilDay = addDays(mondayFrom(asked.startDay), 7 * asked.weeks);
  const seed = asked.design === 'draw' ? { seed: randomBytes(16).toString('hex') } : {};
  const expects: Expected = {
    figure: rest.figure,
    slice: rest.slice,
    direction: rest.direction,
    size: rest.size,
    sizeIn: rest.sizeIn,
    base,
    matters: matters.value,
    startDay: rest.startDay,
    weeks: rest.weeks,
    design: rest.design,
    controls: rest.controls,
    events: rest.events,
    ...seed,
    ...(consent === undefined ? {} : { consent }),
    ...(mandate?.fingerprint == null ? {} : { mandate: mandate.fingerprint }),
  };
  const about = { startDay: asked.startDay, untilDay, place: asked.slice.place, mandateId: mandate?.id };
  const happenings = await happeningsAround(deps, scope, { ...about, known: asked.events, outages: series.outages });
  return yes({ title, mandateId: mandate?.id ?? null, expects, untilDay, series, happenings });
}

function partProblem({ figure: id, slice, controls, design, consent }: Asked): Problem | undefined {
  const figure = figureById(id);
  if (figure === undefined) return { code: 'proof/no_figure' };
  if (figure.trend === 'months' || figure.reads === 'nothing') return { code: 'proof/not_weekly' };
  const parts = [slice, ...controls].map(plainText);
  if (new Set(parts).size < parts.length) return { code: 'proof/control_same' };
  if (design !== 'draw') return undefined;
  if (id !== DRAW_FIGURE) return { code: 'proof/draw_figure' };
  return consent === undefined ? { code: 'proof/no_consent' } : undefined;
}

/** What a design would have shown on the weeks that are there, and what else would, before anything is written. */
export async function rehearseProof(
  deps: ProofDeps,
  scope: Scope,
  body: NewProof,
): Promise<Result<Rehearsed, PlanCode>> {
  const plan = await planOf(deps, scope, body);
  if (!plan.ok) return plan;
  const { expects, series, happenings } = plan.value;
  const visible = rehearse(series, expects.weeks)?.visible ?? null;
  const canTell = visible !== null && visible <= expects.matters;
  const seen = series.weeks.slice(0, series.before).flatMap(({ value }) => value ?? []);
  return yes({
    expects,
    of: series.of,
    weeksBefore: seen.length,
    visible,
    canTell,
    isThin: series.of === 'counts' && isThin(seen),
    moreWeeks: canTell ? null : weeksThatTell(series, expects.matters, expects.weeks),
    happenings,
    draw: await drawNeeds(deps, scope, expects),
    places: await placesOf(deps, scope),
  });
}

export interface Rehearsed {
  readonly expects: Expected;
  readonly of: Series['of'];
  readonly weeksBefore: number;
  readonly visible: number | null;
  readonly canTell: boolean;
  readonly isThin: boolean;
  readonly moreWeeks: number | null;
  readonly happenings: readonly Happening[];
  readonly draw: DrawNeeds | null;
  readonly places: number;
}

const YEAR = 364;

/** What a draw of newcomers would need, told from those of the last year. */
async function drawNeeds(
  { figures }: ProofDeps,
  scope: Scope,
  { slice: { place, channel }, weeks }: Expected,
): Promise<DrawNeeds | null> {
  const query: FigureQuery = {
    days: '365',
    ...(place === undefined ? {} : { place: [...place] }),
    ...(channel === undefined ? {} : { channel: [...channel] }),
    compare: 'none',
  };
  const answered = await figures.answer(scope, query, 'en', [DRAW_FIGURE]);
  const value = answered.ok ? answered.value[0]?.value : undefined;
  return value?.state === 'value' && value.value !== null
    ? drawNeedsOf({ share: value.value, perWeek: (value.of * 7) / YEAR, weeks })
    : null;
}

async function placesOf({ database }: ProofDeps, scope: Scope): Promise<number> {
  return await database.inScope(scope, livePlaces);
}
