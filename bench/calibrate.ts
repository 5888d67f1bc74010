/** `npm run calibrate`: how often the methods of proof and pace are right on real weeks, beside those commonly used. */
import { drawsOf, effectOf } from '@passerelle/measure';
import { sharedPath } from '../tools/testing/shared.ts';
import { DESIGNS, trialOf, windowsOf, type Design, type MethodName, type Trial } from './calibrate-effect.ts';
import {
  ELAPSED,
  PACES,
  paceTrial,
  quartersOf,
  type Elapsed,
  type PaceName,
  type PaceTrial,
} from './calibrate-pace.ts';
import { METHODS } from './calibrate-rivals.ts';
import { AHEAD, FIGURES, figureTrial, type AuthorWeeks, type FigureName } from './calibrate-figures.ts';
import { CAMPAIGNS, demoTrials, SEEDS } from './calibrate-demo.ts';
import { dataWeeks, vectorSeries, type Series } from './calibrate-series.ts';
import { say, sayGoals, sayTable, type Goal } from './report.ts';

const NAMES = Object.keys(METHODS) as MethodName[];
const PACE_NAMES = Object.keys(PACES) as PaceName[];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const three = (value: number): string => value.toFixed(3);

interface EffectBlock {
  readonly design: Design;
  readonly trials: ReadonlyMap<MethodName, Trial>;
}

interface PaceBlock {
  readonly elapsed: Elapsed;
  readonly trials: ReadonlyMap<PaceName, PaceTrial>;
}

function sayEffects(series: readonly Series[]): readonly EffectBlock[] {
  const rows = [['method', 'weeks', 'windows', 'false alarms', '80 % holds', 'score', '95 % width', '+80 % found']];
  const blocks = DESIGNS.map((design) => {
    const windows = windowsOf(series, design);
    const trials = new Map(NAMES.map((name) => [name, trialOf(windows, design, name)]));
    for (const [name, trial] of trials) rows.push([name, `${design.before}+${design.after}`, ...effectCells(trial)]);
    return { design, trials };
  });
  sayTable(rows);
  return blocks;
}

function effectCells({ windows, alarms, held80, score, width95, found }: Trial): readonly string[] {
  return [String(windows), percent(alarms), percent(held80), three(score), three(width95), percent(found)];
}

function sayPaces(series: readonly Series[]): readonly PaceBlock[] {
  const quarters = quartersOf(series);
  const rows = [['method', 'after weeks', 'quarters', '80 % holds', 'WIS', 'Brier']];
  const blocks = ELAPSED.map((elapsed) => {
    const trials = new Map(PACE_NAMES.map((name) => [name, paceTrial(quarters, elapsed, name)]));
    for (const [name, { quarters: tried, held80, wis, brier }] of trials)
      rows.push([name, String(elapsed), String(tried), percent(held80), three(wis), three(brier)]);
    return { elapsed, trials };
  });
  sayTable(rows);
  return blocks;
}

/** The figures of key results: persons counted once, and shares of persons. Trusted where the range of 80 % holds in 60 to 95. */
function sayFigures(communities: readonly AuthorWeeks[]): readonly Goal[] {
  const rows = [['figure over 4 weeks', 'weeks ahead', 'windows', '80 % holds']];
  const goals = (Object.keys(FIGURES) as FigureName[]).flatMap((name) => {
    const trials = AHEAD.map((ahead) => ({ ahead, ...figureTrial(communities, name, ahead) }));
    for (const { ahead, windows, held80 } of trials) rows.push([name, String(ahead), String(windows), percent(held80)]);
    const held = Math.min(...trials.map(({ held80 }) => held80));
    const most = Math.max(...trials.map(({ held80 }) => held80));
    const shared = { name: `figure-cover80-${name.replaceAll(' ', '-')}`, unit: '%' } as const;
    return [
      { ...shared, name: `${shared.name}-least`, measured: 100 * held, target: 60, kind: 'least' },
      { ...shared, name: `${shared.name}-most`, measured: 100 * most, target: 95, kind: 'most' },
    ] satisfies readonly Goal[];
  });
  sayTable(rows);
  return goals;
}

/** Communities whose generator knows what is true: a campaign that moves the figure, one that does not. */
function sayDemo(): readonly Goal[] {
  const verdicts = ['effect_up', 'effect_down', 'no_material_change', 'cannot_tell', 'not_enough_data'];
  const trials = demoTrials();
  const share = (name: (typeof CAMPAIGNS)[number], verdict: string): number =>
    (trials.get(name)?.get(verdict) ?? 0) / SEEDS;
  sayTable([
    ['demonstration', 'seeds', ...verdicts.map((verdict) => verdict.replaceAll('_', ' '))],
    ...CAMPAIGNS.map((name) => [name, String(SEEDS), ...verdicts.map((verdict) => percent(share(name, verdict)))]),
  ]);
  const called = share('sham', 'effect_up') + share('sham', 'effect_down');
  return [
    {
      name: 'demo-campaign-found',
      measured: 100 * share('campaign', 'effect_up'),
      target: 80,
      kind: 'least',
      unit: '%',
    },
    { name: 'demo-sham-called', measured: 100 * called, target: 10, kind: 'most', unit: '%' },
  ];
}

/** What another method does better on these weeks, whatever the reason. */
function sayLosses(source: string, effects: readonly EffectBlock[], paces: readonly PaceBlock[]): void {
  for (const { design, trials } of effects)
    for (const [name, trial] of trials) {
      const ours = trials.get('engine');
      const better = ours === undefined ? [] : betterThan(trial, ours);
      if (better.length > 0) say(`  ${source}, ${design.before}+${design.after}, ${name}: ${better.join('; ')}`);
    }
  for (const { elapsed, trials } of paces)
    for (const [name, { wis, brier }] of trials) {
      const ours = trials.get('engine') ?? { wis: 0, brier: 0 };
      if (wis < ours.wis)
        say(`  ${source}, after ${elapsed} weeks, ${name}: WIS ${three(wis)} against our ${three(ours.wis)}`);
      if (brier < ours.brier)
        say(`  ${source}, after ${elapsed} weeks, ${name}: Brier ${three(brier)} against our ${three(ours.brier)}`);
    }
}

function betterThan(theirs: Trial, ours: Trial): readonly string[] {
  const said: string[] = [];
  if (theirs.alarms < ours.alarms)
    said.push(`fewer false alarms (${percent(theirs.alarms)} / ${percent(ours.alarms)})`);
  if (theirs.score < ours.score) said.push(`better score (${three(theirs.score)} / ${three(ours.score)})`);
  if (theirs.width95 < ours.width95) said.push(`narrower (${three(theirs.width95)} / ${three(ours.width95)})`);
  if (theirs.found > ours.found)
    said.push(`finds +80 % more often (${percent(theirs.found)} / ${percent(ours.found)})`);
  return said;
}

/** Near what it says: an 80 % range that holds in 70 to 90 of 100. */
function near(name: string, held: number): readonly Goal[] {
  const shared = { measured: 100 * held, unit: '%' };
  return [
    { name: `${name}-least`, target: 70, kind: 'least', ...shared },
    { name: `${name}-most`, target: 90, kind: 'most', ...shared },
  ];
}

function effectGoals(source: string, { design, trials }: EffectBlock): readonly Goal[] {
  const ours = trials.get('engine');
  if (ours === undefined) return [];
  const name = `${source}-${design.before}-${design.after}`;
  return [
    { name: `false-alarms-${name}`, measured: 100 * ours.alarms, target: 10, kind: 'most', unit: '%' },
    ...near(`effect-cover80-${name}`, ours.held80),
  ];
}

function paceGoals(source: string, { elapsed, trials }: PaceBlock): readonly Goal[] {
  const [ours, line] = [trials.get('engine'), trials.get('straight line')];
  if (ours === undefined || line === undefined) return [];
  const name = `${source}-${elapsed}`;
  return [
    ...near(`pace-cover80-${name}`, ours.held80),
    { name: `pace-wis-ratio-${name}`, measured: ours.wis / line.wis, target: 0.85, kind: 'most' },
    { name: `pace-brier-ratio-${name}`, measured: ours.brier / line.brier, target: 0.85, kind: 'most' },
  ];
}

/** Milliseconds of processor for one effect on 104 weeks, the median of many. */
function speed(): number {
  const { normal } = drawsOf(1);
  const weeks = Array.from({ length: 104 }, () => Math.max(0, Math.round(40 + 10 * normal())));
  const times = Array.from({ length: 60 }, () => {
    const started = process.cpuUsage();
    effectOf({ weeks, before: 91, of: 'counts' });
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[30] ?? Number.NaN;
}

async function calibrate(): Promise<void> {
  if (sharedPath('data') === undefined || sharedPath('vectors') === undefined) {
    say('skipped: no shared data');
    return;
  }
  const goals: Goal[] = [];
  const losses: (() => void)[] = [];
  const real = await dataWeeks();
  for (const [source, series] of [
    ['vectors', vectorSeries()],
    ['data', real.series],
  ] as const) {
    say(`${source}: ${series.length} weekly series in which nothing is known to have happened`);
    const [effects, paces] = [sayEffects(series), sayPaces(series)];
    goals.push(...effects.flatMap((block) => effectGoals(source, block)));
    goals.push(...paces.flatMap((block) => paceGoals(source, block)));
    losses.push(() => sayLosses(source, effects, paces));
  }
  say(`figures of key results: ${real.authors.length} communities and channels`);
  goals.push(...sayFigures(real.authors));
  say(`${SEEDS} demonstration communities, their campaigns judged after 14 weeks`);
  goals.push(...sayDemo());
  say('where we lose');
  for (const tell of losses) tell();
  goals.push({ name: 'effect-104-weeks-cpu', measured: speed(), target: 10, kind: 'most', unit: 'ms' });
  sayGoals(goals);
}

await calibrate();
