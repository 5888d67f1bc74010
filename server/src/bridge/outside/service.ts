import type { DecideCode } from '#bridge/decisions/index.ts';
import { answerInsight, courseForUpdate } from '#bridge/decisions/index.ts';
import type { DecideLink, LinkCode } from '#bridge/links/index.ts';
import { KIND, linkForUpdate, markUsed, opens } from '#bridge/links/index.ts';
import { heardFor, registerRow, shownQuotes, smallestGroupOf } from '#bridge/register/index.ts';
import type { By } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { doorBehind } from '#workspace/doors/index.ts';
import type { AnswerOutside, OutsideView } from './wire.ts';

export interface OutsideDeps {
  readonly database: Database;
  readonly clock: Clock;
}

const BY: By = { kind: 'system', name: 'decide_link' };

/** Runs `work` on the link a secret opens, held, in its workspace. */
async function behind<T, Code extends string>(
  { database, clock }: OutsideDeps,
  token: string,
  work: (db: Scoped, link: DecideLink) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | LinkCode>> {
  const door = await doorBehind(database, KIND, token);
  if (door === undefined) return no('decide/link_gone');
  return database.inScope<Result<T, Code | LinkCode>>({ workspaceId: door.spaceId }, async (db) => {
    const link = opens(await linkForUpdate(db, door.objectId), clock.now());
    return link.ok ? await work(db, link.value) : link;
  });
}

/** The one insight the link is for, as somebody outside may see it: what was said, and never by whom. */
export function outsideView(deps: OutsideDeps, token: string): Promise<Result<OutsideView, LinkCode>> {
  return behind(deps, token, async (db, link) => {
    const now = deps.clock.now();
    const read = await registerRow(db, now, link.insightId, heardFor(db, link.insightId, false));
    const [row] = read.row;
    const [house] = read.house;
    if (row === undefined || row.outside_name === null || house === undefined) return no('decide/link_gone');
    const k = smallestGroupOf(house);
    const { quotes, counters, messages } = shownQuotes(read);
    return yes({
      workspace: house.name,
      name: row.outside_name,
      statement: row.statement,
      ask: row.ask ?? '',
      options: [...row.options],
      due: row.due,
      tomorrow: addDays(dayIn(house.zone, now), 1),
      expiresAt: link.expiresAt.toISOString(),
      quotes,
      counters,
      weight: { members: row.askers >= k ? row.askers : null, messages, k },
    });
  });
}

/** Answers by the link, which from then on opens nothing. An answer that is refused leaves it open. */
export function answerOutside(
  deps: OutsideDeps,
  token: string,
  { answer, until, option, reason }: AnswerOutside,
): Promise<Result<undefined, LinkCode | DecideCode>> {
  return behind<undefined, LinkCode | DecideCode>(deps, token, async (db, { id, insightId }) => {
    const course = await courseForUpdate(db, insightId);
    if (course === undefined || course.outsideName === null) return no('decide/link_gone');
    const now = deps.clock.now();
    const given = { answer, until, option, reason };
    const decider = { outside: course.outsideName };
    await markUsed(db, id, now);
    const taken = await answerInsight(db, { insightId, course, given, decider, by: BY, now });
    if (!taken.ok) await markUsed(db, id, null);
    return taken;
  });
}
