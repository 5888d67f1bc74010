import type { AnswerTimes } from '#cockpit/figures/replies/wire.ts';

type Step = AnswerTimes['curves'][number]['steps'][number];

/** The box a curve of answer times is drawn in: time along its logarithm, since replies take minutes or months. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** The longest time drawn, in seconds. */
  readonly until: number;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Times under a minute are at the left edge. */
const FROM = MINUTE;

/** What the axis names and the table tells, in seconds. */
const TIMES = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY] as const;

/** The times named along the axis: those inside, and not so near one another that their names would touch. */
export function ticksOf(plane: Plane): readonly number[] {
  const ticks: number[] = [];
  for (const time of TIMES) {
    if (time > plane.until) break;
    const last = ticks.at(-1);
    if (last === undefined || acrossOf(time, plane) - acrossOf(last, plane) >= ROOM) ticks.push(time);
  }
  return ticks;
}

/** The width of a name of a time, in pixels, with some air. */
const ROOM = 52;

/** The times the table tells: those that anything was watched for. */
export function timesOf(longest: number): readonly number[] {
  return TIMES.filter((time) => time <= longest);
}

/** Where a time stands, from the left. */
export function acrossOf(seconds: number, { width, until }: Plane): number {
  const share = seconds <= FROM ? 0 : Math.log(seconds / FROM) / Math.log(until / FROM);
  return round(Math.min(1, share) * width);
}

/** The time that stands there. */
export function timeAt(across: number, { width, until }: Plane): number {
  return FROM * (until / FROM) ** Math.max(0, Math.min(1, across / width));
}

/** Where a share from 0 to 1 stands, from the top. */
export function downOf(share: number, { height }: Plane): number {
  return round((1 - share) * height);
}

/** The last step that has come by then; undefined before the first. */
export function stepAt(steps: readonly Step[], seconds: number): Step | undefined {
  return steps.findLast((step) => step.seconds <= seconds);
}

/** The stairs of a curve: level until the next step; it ends where nothing was watched any longer. */
export function stairs(steps: readonly Step[], of: (step: Step) => number, plane: Plane, last: number): string {
  let path = `M0 ${downOf(0, plane)}`;
  for (const step of steps) path += `H${acrossOf(step.seconds, plane)}V${downOf(of(step), plane)}`;
  return `${path}H${acrossOf(last, plane)}`;
}

/** What lies between the lower and the upper bound. */
export function bandOf(steps: readonly Step[], plane: Plane, last: number): string {
  const [first] = steps;
  if (first === undefined) return '';
  let path = `M${acrossOf(first.seconds, plane)} ${downOf(0, plane)}`;
  for (const step of steps) path += `H${acrossOf(step.seconds, plane)}V${downOf(step.high, plane)}`;
  path += `H${acrossOf(last, plane)}`;
  let right = last;
  for (const step of steps.toReversed()) {
    path += `H${acrossOf(right, plane)}V${downOf(step.low, plane)}`;
    right = step.seconds;
  }
  return `${path}H${acrossOf(first.seconds, plane)}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
