import type { By, FunctionName } from '#kernel/actor.ts';
import type { Segment } from './model.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];

/** Whether somebody with these functions may write segments; the permission table says the same of the routes. */
export function mayWrite(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => WRITERS.includes(one));
}

export function isOwn(segment: Pick<Segment, 'ownerId'>, by: By): boolean {
  return by.kind === 'person' && by.colleagueId === segment.ownerId;
}

/** A shared one is everybody's; one of somebody's own is for him alone. */
export function isSeenBy(segment: Pick<Segment, 'shared' | 'ownerId'>, by: By): boolean {
  return segment.shared || isOwn(segment, by);
}
