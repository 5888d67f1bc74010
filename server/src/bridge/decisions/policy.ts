import type { FunctionName } from '#kernel/actor.ts';
import type { Course } from './model.ts';
import { hasNews, waits } from './rules.ts';

/** Whoever decides holds one of these; the permission table says the same of the route. */
export const DECIDERS: readonly FunctionName[] = ['owner', 'pilot'];
const STEERS: readonly FunctionName[] = ['pilot', 'admin'];
const DELIVERS: readonly FunctionName[] = ['owner', 'pilot', 'host', 'admin'];

const holds = (functions: readonly FunctionName[], some: readonly FunctionName[]): boolean =>
  functions.some((one) => some.includes(one));

export function isOwner(course: Pick<Course, 'ownerId'>, colleagueId: string | undefined): boolean {
  return course.ownerId !== null && course.ownerId === colleagueId;
}

/** May be handed an insight to decide. */
export function mayOwn(functions: readonly FunctionName[]): boolean {
  return holds(functions, DECIDERS);
}

export interface Abilities {
  readonly decide: boolean;
  readonly deliver: boolean;
  /** Make or take back the link for somebody outside. */
  readonly link: boolean;
  readonly handOver: boolean;
}

/** What the caller may do with an insight, as it stands. */
export function abilities(
  course: Course,
  functions: readonly FunctionName[],
  colleagueId: string | undefined,
): Abilities {
  const isWaiting = waits(course);
  return {
    decide: isWaiting && mayOwn(functions) && isOwner(course, colleagueId),
    deliver:
      hasNews(course) && course.last?.answer === 'yes' && course.deliveredAt === null && holds(functions, DELIVERS),
    link: isWaiting && course.outsideName !== null && holds(functions, STEERS),
    handOver: isWaiting && holds(functions, STEERS),
  };
}
