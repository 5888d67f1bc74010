import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Course, Given, InsightState } from './model.ts';

export type DecideCode = 'decision/not_waiting' | 'decision/until_past' | 'decision/no_such_option';
export type DeliverCode = 'decision/not_agreed' | 'decision/delivered_before' | 'decision/day_ahead';

/** Whether an answer is waited for: it was submitted, or put off and may be taken up again at any time. */
export function waits({ state, last }: Course): boolean {
  if (state === 'submitted') return true;
  return (state === 'decided' || state === 'told') && last?.answer === 'later';
}

/** The state after an answer. `need_more` sends the insight back to its writer. Days are of the workspace's zone. */
export function decide(
  course: Course,
  { answer, until, option }: Given,
  today: string,
): Result<InsightState, DecideCode> {
  if (!waits(course)) return no('decision/not_waiting');
  if (answer === 'later' && (until === undefined || until <= today)) return no('decision/until_past');
  if (option !== undefined && !course.options.includes(option)) return no('decision/no_such_option');
  return yes(answer === 'need_more' ? 'draft' : 'decided');
}

/** The state once what was agreed is there. Only what was agreed can be delivered, once, and never ahead of time. */
export function deliver(course: Course, day: string, today: string): Result<InsightState, DeliverCode> {
  if (course.deliveredAt !== null) return no('decision/delivered_before');
  const isDecided = course.state === 'decided' || course.state === 'told';
  if (!isDecided || course.last?.answer !== 'yes') return no('decision/not_agreed');
  return day > today ? no('decision/day_ahead') : yes('delivered');
}

/** Whether there is anything to tell members: something was decided, and nothing sent it back since. */
export function hasNews({ state }: Pick<Course, 'state'>): boolean {
  return state === 'decided' || state === 'delivered' || state === 'told';
}

/** The state once so many of those who can be told are still to be told. */
export function afterTelling({ deliveredAt }: Pick<Course, 'deliveredAt'>, left: number): InsightState {
  if (left === 0) return 'told';
  return deliveredAt === null ? 'decided' : 'delivered';
}
