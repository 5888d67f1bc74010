import { expect } from 'vitest';
import { answerDetail, answerFigures } from '#cockpit/figures/service.ts';
import type { FigureAnswer, FigureDetail, FigureQuery } from '#cockpit/figures/index.ts';
import { REGISTRY } from '#cockpit/figures/index.ts';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Engine } from '#platform/projection/index.ts';
import type { MadeCommunity, MadeMessage } from './made-community.ts';
import { writeCommunity } from './made-community.ts';
import type { Analysis } from './two-engines.ts';

/** When the tests of figures take place. */
export const clock = standingClock('2026-06-15T12:00:00Z');
/** A place that gives everything. */
export const ALL = { threads: true, replies: true, hours: true };
export const instant = (day: string, time = '12:00') => ({ at: `${day}T${time}:00.000Z` });
/** A day, so many days after another. */
export const day = (start: string, offset: number) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

/** People who write on one channel; `say` adds a message by the n-th of them. */
export function forum(people: number, places: MadeCommunity['places'] = [ALL]) {
  const messages: MadeMessage[] = [];
  const threads: number[] = [];
  const made: MadeCommunity = {
    places,
    channels: places.map((_, n) => n),
    members: Array.from({ length: people }, () => ({ kind: 'person' as const })),
    accounts: places.flatMap((_, place) => Array.from({ length: people }, (__, member) => ({ place, member }))),
    threads,
    messages,
    reactions: [],
  };
  const say = (member: number, when: MadeMessage['when'], more: Partial<MadeMessage> = {}, place = 0): number =>
    messages.push({ channel: place, account: place * people + member, when, ...more }) - 1;
  const open = (member: number, when: MadeMessage['when'], place = 0): number => {
    const thread = threads.push(place) - 1;
    say(member, when, { thread, opens: true }, place);
    return thread;
  };
  return { made, say, open };
}

/** Asks about a community, written into a workspace of its own at the first question, for a figure by its name. */
export function ask(
  analysis: Analysis,
  engine: Engine,
  made: MadeCommunity,
  query: Partial<FigureQuery> = {},
  zone = 'Europe/Paris',
): (id: string) => Promise<FigureAnswer> {
  let written: Promise<Scope> | undefined;
  return async (id) => {
    const scope = await (written ??= write(analysis, made, zone));
    const figure = REGISTRY.find((one) => one.id === id) ?? expect.unreachable(`no ${id}`);
    const answers = await answerFigures(
      { ...analysis, clock },
      scope,
      [figure],
      { compare: 'both', ...query },
      'fr',
      engine,
    );
    if (!answers.ok) throw new Error(answers.refusal.code);
    return answers.value[0] ?? expect.unreachable(`no answer for ${id}`);
  };
}

async function write(analysis: Analysis, made: MadeCommunity, zone?: string): Promise<Scope> {
  const scope = await analysis.workspace(zone);
  await analysis.write(scope, (db) => writeCommunity(db, made));
  await analysis.projection.refresh(scope);
  return scope;
}

/** Writes a community into a workspace of its own and asks for what the page of one figure draws. */
export async function detail(
  analysis: Analysis,
  engine: Engine,
  made: MadeCommunity,
  id: string,
  query: Partial<FigureQuery> = {},
): Promise<FigureDetail['detail']> {
  const scope = await write(analysis, made);
  const figure = REGISTRY.find((one) => one.id === id) ?? expect.unreachable(`no ${id}`);
  const answer = await answerDetail({ ...analysis, clock }, scope, figure, { compare: 'none', ...query }, 'fr', engine);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.detail;
}
