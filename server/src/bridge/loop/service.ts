import type { Course } from '#bridge/decisions/index.ts';
import { afterTelling, courseForUpdate, hasNews, moveInsight } from '#bridge/decisions/index.ts';
import type { Actor, Asking, By, FunctionName } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { together } from '#platform/db/index.ts';
import { say } from '#platform/i18n/index.ts';
import { record } from '#workspace/audit/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { house } from '#workspace/spaces/lookup.ts';
import { loopFigures, looping } from './lookup.ts';
import type { News } from './model.ts';
import { mayTell } from './policy.ts';
import { answerLanguage, preparedAs } from './rules.ts';
import * as store from './store.ts';
import type { AskedIn, Asker } from './views.ts';
import { askedIn, askersOf, heardOf, insightsAskedBy, isMember, looped, loopOf, newsOf } from './views.ts';
import type { HeardOfMember, LoopList, LoopMember, LoopView, Tell } from './wire.ts';

export interface LoopDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** What there is to tell, and how far it was told. */
export function loopList(
  { database, clock }: LoopDeps,
  scope: Scope,
  actor: Actor,
  functions: readonly FunctionName[],
): Promise<LoopList> {
  return database.inScope(scope, async (db) => {
    const read = await together(
      db,
      {
        items: looped(db),
        ...loopFigures(db, clock.now()),
        houses: house(db),
      },
      looping(db),
    );
    const k = seesFew(actor) ? 0 : (read.houses[0]?.smallestGroup ?? Number.POSITIVE_INFINITY);
    const closure = read.closure[0] ?? { askers: 0, told: 0 };
    const cameBack = read.back[0] ?? { told: 0, back: 0, waiting: 0 };
    return {
      items: read.items.map((one) => ({
        id: one.id,
        statement: one.statement,
        answer: one.answer,
        at: one.at.toISOString(),
        deliveredOn: one.delivered_on,
        counts: one.askers < k ? null : { askers: one.askers, told: one.told, left: one.left, leftOut: one.left_out },
      })),
      closure: closure.askers < k ? null : closure,
      cameBack: cameBack.told + cameBack.waiting < k ? null : cameBack,
      can: { tell: mayTell(functions) },
    };
  });
}

/** Who is to be told of one insight, where, and with which words. */
export function loopView(
  { database }: LoopDeps,
  scope: Scope,
  functions: readonly FunctionName[],
  insightId: string,
): Promise<Result<LoopView, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const found = await loopOf(db, insightId);
    if (found === undefined) return no('http/not_found');
    const { news, everybody, threads, language } = found;
    const out = (reach: Asker['reach']): number =>
      everybody.filter((one) => one.reach === reach && one.told_at === null).length;
    return yes({
      id: insightId,
      statement: news.statement,
      answer: news.answer,
      until: news.until,
      reason: news.reason,
      at: news.at.toISOString(),
      delivered:
        news.deliveryId === null
          ? null
          : { day: news.deliveredOn ?? '', text: news.deliveryText ?? '', url: news.deliveryUrl },
      members: everybody
        .filter(({ reach, told_at }) => reach === 'can' || (told_at !== null && reach !== 'erased'))
        .map((one) => memberView(one, threads, language)),
      leftOut: { erased: out('erased'), optedOut: out('opted_out'), placeGone: out('place_gone') },
      prepared: { fr: prepared(news, 'fr'), en: prepared(news, 'en') },
      can: { tell: mayTell(functions) },
    });
  });
}

function prepared(news: News, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const { name, details } = preparedAs(news, (day) => format.format(new Date(`${day}T00:00:00Z`)));
  return say(language, `loop/prepared_${name}`, details);
}

function memberView(one: Asker, threads: readonly AskedIn[], house: Language): LoopMember {
  const { told_at: at, told_by: by, told_text: text, told_language: language } = one;
  return {
    id: one.id,
    name: one.name,
    threads: threads
      .filter(({ member_id }) => member_id === one.id)
      .map(({ thread_id: threadId, title, place, channel, url, language: spoken }) => ({
        threadId,
        title,
        place,
        channel,
        url,
        language: answerLanguage(spoken, house),
      })),
    told: at === null ? null : { at: at.toISOString(), by: by ?? '', text, language: language ?? house },
    toldBefore: one.told_before?.toISOString() ?? null,
    cameBack: one.is_back,
  };
}

type TellCode =
  | 'http/not_found'
  | 'http/not_allowed'
  | 'loop/nothing_to_tell'
  | 'loop/did_not_ask'
  | 'loop/left_out'
  | 'loop/told_before';

/** Marks a member as told, by hand: who, when, where and in which words. The last one closes the loop. */
export function tellMember(
  { database, clock }: LoopDeps,
  scope: Scope,
  by: By,
  insightId: string,
  { memberId, threadId, text, language }: Tell,
): Promise<Result<undefined, TellCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const course = await courseForUpdate(db, insightId);
    if (course === undefined || !(await isMember(db, memberId))) return no('http/not_found');
    const found = await findAsker(db, insightId, memberId, threadId);
    if (!found.ok) return found;
    const { news } = found.value;
    const now = clock.now();
    const { decisionId, deliveryId } = news;
    const telling = { insightId, decisionId, deliveryId, memberId, threadId, text, language };
    const isNew = await store.insertTold(db, newId(now), telling, { colleagueId: by.colleagueId, at: now });
    if (!isNew) return no('loop/told_before');
    await settle(db, insightId, course, now);
    await record(db, by, now, {
      action: 'loop.told',
      objectType: 'insight',
      objectId: insightId,
      after: { memberId, threadId: threadId ?? null, language },
    });
    return yes(undefined);
  });
}

/** The member among those who asked, with the news; refused where there is nothing to tell him. */
async function findAsker(
  db: Scoped,
  insightId: string,
  memberId: string,
  threadId: string | undefined,
): Promise<Result<{ readonly news: News }, TellCode>> {
  const threads = await askedIn(db, insightId);
  const knows = threads.some((one) => one.thread_id === threadId && one.member_id === memberId);
  if (threadId !== undefined && !knows) return no('http/not_found');
  const news = await newsOf(db, insightId);
  if (news === undefined) return no('loop/nothing_to_tell');
  const asker = (await askersOf(db, insightId)).find(({ id }) => id === memberId);
  if (asker === undefined) return no('loop/did_not_ask');
  return asker.reach === 'can' ? yes({ news }) : no('loop/left_out');
}

/** Brings the state of an insight to what is still to be told. */
async function settle(db: Scoped, insightId: string, course: Course, now: Date): Promise<void> {
  const news = await newsOf(db, insightId);
  if (news === undefined) return;
  const everybody = await askersOf(db, insightId);
  const left = everybody.filter(({ reach, told_at }) => reach === 'can' && told_at === null).length;
  const state = afterTelling(course, left);
  const { decidedAt, deliveredAt } = course;
  if (state !== course.state)
    await moveInsight(db, insightId, { state, decidedAt, deliveredAt, toldAt: left === 0 ? now : null });
}

/** Takes back that a member was told. */
export function untellMember(
  { database, clock }: LoopDeps,
  scope: Scope,
  by: By,
  insightId: string,
  memberId: string,
): Promise<Result<undefined, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const course = await courseForUpdate(db, insightId);
    const news = course === undefined ? undefined : await newsOf(db, insightId);
    if (course === undefined || news === undefined) return no('http/not_found');
    const { decisionId, deliveryId } = news;
    if (!(await store.deleteTold(db, { decisionId, deliveryId, memberId }))) return no('http/not_found');
    const now = clock.now();
    await settle(db, insightId, course, now);
    const before = { memberId };
    await record(db, by, now, { action: 'loop.untold', objectType: 'insight', objectId: insightId, before });
    return yes(undefined);
  });
}

/** Says whether a member wants to be told about what he asks; whoever does not is on no list. */
export function chooseSilence(
  { database, clock }: LoopDeps,
  scope: Scope,
  by: By,
  memberId: string,
  silent: boolean,
): Promise<Result<undefined, 'http/not_found' | 'http/not_allowed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    if (!(await isMember(db, memberId))) return no('http/not_found');
    const now = clock.now();
    const isChange = silent
      ? await store.insertSilence(db, memberId, by.colleagueId, now)
      : await store.deleteSilence(db, memberId);
    if (!isChange) return yes(undefined);
    for (const insightId of await insightsAskedBy(db, memberId)) {
      const course = await courseForUpdate(db, insightId);
      if (course !== undefined && hasNews(course)) await settle(db, insightId, course, now);
    }
    const action = silent ? 'loop.silenced' : 'loop.unsilenced';
    await record(db, by, now, { action, objectType: 'member', objectId: memberId });
    return yes(undefined);
  });
}

/** What a member said that came up, and what he was told. */
export function memberHeard(
  { database }: LoopDeps,
  { scope, functions }: Pick<Asking, 'scope' | 'functions'>,
  memberId: string,
): Promise<Result<HeardOfMember, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const { member, said, told, silent } = await heardOf(db, memberId);
    if (member.length === 0) return no('http/not_found');
    return yes({
      silent: silent.length > 0,
      signals: said.map(({ id, line, state, raised_at, insight_id, statement, answer }) => ({
        id,
        line,
        state,
        raisedAt: raised_at.toISOString(),
        insight: insight_id === null ? null : { id: insight_id, statement: statement ?? '', answer },
      })),
      told: told.map(({ insight_id, statement, at, by, delivered }) => ({
        insight: { id: insight_id, statement },
        at: at.toISOString(),
        by,
        delivered,
      })),
      can: { silence: mayTell(functions) },
    });
  });
}
