import {
  kaplanMeier,
  poissonExact,
  quantile,
  quantileInterval,
  shareBy,
  survivalInterval,
  wilson,
  type Curve,
} from '@passerelle/measure';
import type { DetailFrame, FigureRow, Measured } from '#cockpit/figures/index.ts';
import type { AnswerTimes, FirstRepliers, Unanswered } from './wire.ts';

/** Threads answered among those old enough to be judged. */
export function coverage([row]: readonly FigureRow[]): Measured {
  const ripe = Number(row?.['ripe'] ?? 0);
  const answered = Number(row?.['answered'] ?? 0);
  const unripe = Number(row?.['unripe'] ?? 0);
  const estimate = ripe === 0 ? undefined : wilson(answered, ripe);
  return { estimate, sample: ripe, n: answered, of: ripe, parts: { unripe } };
}

const DAY = 86_400;
type Who = 'anyone' | 'staff' | 'person';

/** Waiting times of threads, those still waiting included: leaving them out would reward whoever ignores hard questions. */
export function responseTime(rows: readonly FigureRow[]): Measured {
  const anyone = curveOf(rows, 'anyone');
  const threads = countOf(rows, false);
  const estimate =
    threads === 0 ? undefined : { value: quantile(anyone, 0.5) ?? Infinity, ...quantileInterval(anyone, 0.5) };
  return {
    estimate,
    sample: threads,
    n: countOf(rows, true),
    of: threads,
    parts: {
      p90: quantile(anyone, 0.9) ?? Infinity,
      within24h: shareBy(anyone, DAY) ?? Number.NaN,
      staff: quantile(curveOf(rows, 'staff'), 0.5) ?? Infinity,
      members: quantile(curveOf(rows, 'person'), 0.5) ?? Infinity,
    },
  };
}

function curveOf(rows: readonly FigureRow[], who: Who): Curve {
  return kaplanMeier(
    rows
      .filter((row) => row['who'] === who)
      .map((row) => ({
        time: Number(row['seconds']),
        event: row['answered'] === true,
        weight: Number(row['threads']),
      })),
  );
}

function countOf(rows: readonly FigureRow[], onlyAnswered: boolean, who: Who = 'anyone'): number {
  let threads = 0;
  for (const row of rows) {
    if (row['who'] === who && (row['answered'] === true || !onlyAnswered)) threads += Number(row['threads']);
  }
  return threads;
}

const CURVES = [
  ['anyone', 'anyone'],
  ['members', 'person'],
  ['staff', 'staff'],
] as const;

/** The curves of answer times: the share answered after so many seconds, with its interval. */
export function answerTimes(rows: readonly FigureRow[]): AnswerTimes {
  const [threads, answered] = [countOf(rows, false), countOf(rows, true)];
  const curves = CURVES.map(([name, who]) => {
    const steps = thinned(curveOf(rows, who).steps).map((step) => {
      const still = survivalInterval(step);
      return {
        seconds: step.time,
        share: 1 - step.survival,
        low: 1 - still.high,
        high: 1 - still.low,
        waiting: step.atRisk - step.events,
      };
    });
    return { who: name, answered: countOf(rows, true, who), steps };
  });
  return {
    kind: 'answer_times',
    threads,
    unanswered: threads - answered,
    longest: curveOf(rows, 'anyone').last,
    curves,
  };
}

/** Steps that differ by less than this are one to the eye. */
const FINEST = 1 / 150;

/** Keeps steps that lie apart in what is left or in time (on its logarithm, as it is drawn), and the last one. */
function thinned(steps: Curve['steps']): Curve['steps'] {
  const kept: Curve['steps'][number][] = [];
  for (const step of steps) {
    const before = kept.at(-1);
    if (before === undefined || isApart(before, step)) kept.push(step);
  }
  const [last, lastKept] = [steps.at(-1), kept.at(-1)];
  return last === undefined || last === lastKept ? kept : [...kept, last];
}

function isApart(before: Curve['steps'][number], { time, survival }: Curve['steps'][number]): boolean {
  const isLater = Math.log1p(time) - Math.log1p(before.time) >= FINEST * Math.log1p(365 * DAY);
  return before.survival - survival >= FINEST || isLater;
}

/** How long unanswered questions have been waiting: their classes, by the days at which each ends. */
const AGES = [1, 7, 30, 90, 365] as const;

/** Unanswered questions by age; rows give a number of whole `days` and how many threads are so old. */
export function ageClasses(rows: readonly FigureRow[]): Unanswered {
  const ages = [...AGES, null].map((days) => ({ days, threads: 0 }));
  let total = 0;
  for (const row of rows) {
    const [age, threads] = [countIn(row, 'days'), countIn(row, 'threads')];
    const found = ages.find(({ days }) => days === null || age < days);
    if (found !== undefined) found.threads += threads;
    total += threads;
  }
  return { kind: 'unanswered', total, ages };
}

const countIn = (row: FigureRow | undefined, name: string): number => Number(row?.[name] ?? 0);

/** Questions nobody answered. Nothing is known where there are threads and none of them was read. */
export function unanswered([row]: readonly FigureRow[]): Measured {
  const [threads, known, questions] = [countIn(row, 'threads'), countIn(row, 'known'), countIn(row, 'questions')];
  const n = countIn(row, 'unanswered');
  return {
    estimate: threads > 0 && known === 0 ? undefined : poissonExact(n),
    sample: questions,
    n,
    of: questions,
    parts: { questions, unread: threads - known },
  };
}

/** Whether members or staff were first to answer, among the threads where that can be told. */
export function firstByMember([row]: readonly FigureRow[]): Measured {
  const [threads, members, staff, both] = [
    countIn(row, 'threads'),
    countIn(row, 'members'),
    countIn(row, 'staff'),
    countIn(row, 'both'),
  ];
  const answered = members + staff;
  return {
    estimate: answered === 0 ? undefined : wilson(members, answered),
    sample: answered,
    n: members,
    of: answered,
    parts: { staff, both, waiting: threads - answered - both },
  };
}

/** Threads nobody joined. */
export function solo([row]: readonly FigureRow[]): Measured {
  const [threads, alone] = [countIn(row, 'threads'), countIn(row, 'solo')];
  return {
    estimate: threads === 0 ? undefined : wilson(alone, threads),
    sample: threads,
    n: alone,
    of: threads,
    parts: {},
  };
}

/** Who replied first in each week or month of the trend. */
export function firstRepliers(rows: readonly FigureRow[], { asked, bucket }: DetailFrame): FirstRepliers {
  const points = asked.flatMap(({ role, from, until, partial, isMeasurable }, w) => {
    if (role !== 'bucket' || !isMeasurable) return [];
    const row = rows.find((one) => one['w'] === w);
    const { n, parts } = firstByMember(row === undefined ? [] : [row]);
    const { staff = 0, both = 0, waiting = 0 } = parts;
    return [{ from, until, partial, members: n, staff, both, unanswered: waiting }];
  });
  return { kind: 'first_repliers', bucket, points };
}
