import { randomUUID } from 'node:crypto';
import type { Fact } from '@passerelle/kit';
import type { Scope } from '#kernel/scope.ts';
import type { Browser } from './browser.ts';
import { bringIn } from './community.ts';
import { fillBridge } from './filled-bridge.ts';
import type { Ground } from './house.ts';
import { put } from './made-community.ts';

/** Ids of one workspace, by the name a route gives them in its address, its query or its body. */
export type SpaceIds = Awaited<ReturnType<typeof fillSpace>>;

type Found = { readonly id: string };

/**
 * A workspace with something of every kind in it, each with `mark` in whatever people write there; the caller is its
 * admin and has a colleague.
 */
export async function fillSpace(house: Ground, admin: Browser, scope: Scope, mark: string) {
  const placeId = await bringIn(house, scope, { name: `Lieu ${mark}` }, factsOf(mark));
  const id = async (path: string, body: unknown): Promise<string> =>
    ((await admin.must('POST', path, body)) as Found).id;
  const idIn = async (table: 'channel' | 'thread' | 'message'): Promise<string> =>
    firstId(house, scope, table, placeId);
  const [memberId, absorbedId, a, b] = await membersOf(admin);
  const run = { place: { name: `Futur ${mark}` }, fileName: `${mark}.json`, bytes: 10 };
  const runId = await id('/api/v1/imports', run);
  await house.database.inScope(scope, (db) =>
    put(db, 'import_problem', [
      { run_id: runId, number: 1, file: `${mark}.json`, line: 1, code: 'cut_short', excerpt: `{ ${mark}` },
    ]),
  );
  await admin.must('PUT', '/api/v1/staff-rules', { domains: [], addresses: [`x@${mark}.fr`], handles: [mark] });
  await admin.must('POST', '/api/v1/merge-refusals', { a: memberId, b: a });
  const ids = {
    placeId,
    channelId: await idIn('channel'),
    threadId: await idIn('thread'),
    messageId: await idIn('message'),
    memberId,
    ...(await themeOf(house, scope, placeId, await idIn('thread'), await idIn('message'), mark)),
    affiliationId: await id(`/api/v1/members/${memberId}/affiliations`, {
      organisation: mark,
      from: null,
      until: null,
    }),
    mergeId: await id('/api/v1/merges', { keepId: memberId, absorbId: absorbedId, reason: 'by_hand' }),
    runId,
    colleagueId: await colleagueOf(admin),
    titleId: await id('/api/v1/titles', { name: `Titre ${mark}`, functions: ['pilot'] }),
    invitationId: await id('/api/v1/team/invitations', { email: `qui@${mark}.fr`, functions: ['host'] }),
    keyId: await id('/api/v1/keys', { name: `Clef ${mark}`, scopes: ['read'] }),
    noteId: await id('/api/v1/notes', { day: '2026-02-02', text: `Note ${mark}` }),
    segmentId: await id('/api/v1/segments', {
      name: `Segment ${mark}`,
      rule: { is: 'kind', kinds: ['person'] },
      shared: true,
    }),
    sessionId: await sessionOf(admin),
  };
  const bridge = await fillBridge(house.database, scope, ids, mark);
  return {
    ...ids,
    ...bridge,
    ...asked(ids),
    objective: bridge.objectiveId,
    mandate: bridge.mandateId,
    keepId: a,
    absorbId: b,
    a,
    b,
  };
}

/** The same things by the names that queries and bodies give them. */
function asked(
  ids: Readonly<
    Record<'placeId' | 'channelId' | 'memberId' | 'themeId' | 'segmentId' | 'messageId' | 'colleagueId', string>
  >,
) {
  return {
    place: ids.placeId,
    'place.id': ids.placeId,
    channel: ids.channelId,
    member: ids.memberId,
    theme: ids.themeId,
    segment: ids.segmentId,
    around: ids.messageId,
    actorId: ids.colleagueId,
    hostId: ids.colleagueId,
    host: ids.colleagueId,
    owner: ids.colleagueId,
    'to.ownerId': ids.colleagueId,
    ownerId: ids.colleagueId,
    objectId: ids.memberId,
  };
}

/** Four people, one thread by all of them, one message apart from it. */
function factsOf(mark: string): readonly Fact[] {
  const when = (minute: number) => ({ at: `2026-02-0${String(minute)}T09:00:00Z` });
  const facts: Fact[] = [
    { type: 'channel', externalId: 'salon', name: `Salon ${mark}` },
    { type: 'thread', externalId: 'fil', channel: 'salon', title: `Fil ${mark}`, labels: [mark] },
  ];
  for (const n of [1, 2, 3, 4]) {
    const by = `${mark}-${String(n)}`;
    const text = `Un mot sur ${mark} et les ponts`;
    const about = { handle: by, displayName: `Zoé ${mark} ${String(n)}`, email: `${by}@exemple.fr` };
    facts.push({ type: 'person', externalId: by, keyedBy: 'id', ...about });
    facts.push({
      type: 'message',
      externalId: by,
      channel: 'salon',
      thread: 'fil',
      opens: n === 1,
      by,
      when: when(n),
      text,
      format: 'plain',
    });
    facts.push({ type: 'reaction', message: by, emoji: '👍', by, when: when(n) });
  }
  return facts;
}

/** What was read out of the thread: that it asks something, what about, and a tone. */
async function themeOf(
  { database }: Ground,
  scope: Scope,
  placeId: string,
  threadId: string,
  messageId: string,
  mark: string,
): Promise<{ readonly themeId: string; readonly intoId: string }> {
  const themeId = randomUUID();
  const intoId = randomUUID();
  const named = { name_fr: `Thème ${mark}`, name_en: `Theme ${mark}`, terms: [mark], named_by: 'terms' };
  const of = { place_id: placeId, thread_id: threadId };
  await database.inScope(scope, async (db) => {
    await put(db, 'thread_reading', [{ ...of, kind: 'question', kind_by: 'rule' }]);
    await put(db, 'message_tone', [{ place_id: placeId, message_id: messageId, tone: 1, by: 'lexicon' }]);
    await put(db, 'theme', [{ id: themeId, ...named, version: 1, created_at: '2026-01-01T00:00:00Z' }]);
    await put(db, 'theme', [
      { id: intoId, ...named, terms: [`${mark} bis`], version: 1, created_at: '2026-01-02T00:00:00Z' },
    ]);
    await put(db, 'thread_theme', [{ ...of, theme_id: themeId, by: 'terms' }]);
    await put(db, 'thread_theme_out', [{ ...of, theme_id: intoId }]);
    await put(db, 'message_theme', [{ place_id: placeId, message_id: messageId, theme_id: themeId }]);
    await put(db, 'understanding', [{ asked: 1, done: 1 }]);
  });
  return { themeId, intoId };
}

async function firstId(
  { database }: Ground,
  scope: Scope,
  table: 'channel' | 'thread' | 'message',
  placeId: string,
): Promise<string> {
  const find = database.inScope(scope, (db) =>
    db.tx
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', scope.workspaceId)
      .where('place_id', '=', placeId)
      .executeTakeFirstOrThrow(),
  );
  return (await find).id;
}

async function membersOf(admin: Browser): Promise<readonly [string, string, string, string]> {
  const { items } = (await admin.must('GET', '/api/v1/members?order=name')) as { items: readonly Found[] };
  const [one, two, three, four] = items.map(({ id }) => id);
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('Somebody is missing.');
  return [one, two, three, four];
}

async function colleagueOf(admin: Browser): Promise<string> {
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: readonly (Found & { isYou: boolean })[] };
  return items.find((one) => !one.isYou)?.id ?? randomUUID();
}

async function sessionOf(admin: Browser): Promise<string> {
  return ((await admin.must('GET', '/api/v1/sessions')) as { items: readonly Found[] }).items[0]?.id ?? '';
}
