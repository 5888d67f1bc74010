import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { MarksView } from '#bridge/marks/wire.ts';
import { verifyChain } from '#workspace/audit/index.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import type { HeardForum } from '../../../../tools/testing/heard-forum.ts';
import { codeOf, openHeardForum, raise } from '../../../../tools/testing/heard-forum.ts';
import type { SignalsView, SignalView, SimilarView } from './wire.ts';

let forum: HeardForum;
let { house, admin, host, sponsor, scope, idOf } = {} as HeardForum;

beforeAll(async () => {
  forum = await openHeardForum();
  ({ house, admin, host, sponsor, scope, idOf } = forum);
});
afterAll(() => house[Symbol.asyncDispose]());

const signalOf = async (by: Browser, id: string): Promise<SignalView> =>
  (await by.must('GET', `/api/v1/signals/${id}`)) as SignalView;
test('a signal keeps what was said, by whom, where and when; sponsors see the words and a pseudonym', async () => {
  const { id } = await raise(host, { messageId: idOf('m1') });
  const { signal } = await signalOf(host, id);
  expect(signal).toMatchObject({ kind: 'problem', state: 'raised', raisedBy: 'Hugo Lemaire', version: 1 });
  expect(signal.evidence).toMatchObject([
    {
      author: 'Lucie Armand',
      memberId: idOf('lucie'),
      messageId: idOf('m1'),
      place: 'Forum',
      channel: 'Accès',
      when: { at: '2026-02-01T09:00:00.000Z' },
      link: 'https://forum.exemple.fr/m1',
      text: 'Le code du portail a encore changé sans prévenir',
      gone: null,
    },
  ]);
  const [seen] = (await signalOf(sponsor, id)).signal.evidence;
  expect(seen).toMatchObject({ author: null, alias: 1, memberId: null, messageId: null, threadId: null, link: null });
  expect(seen?.text).toBe('Le code du portail a encore changé sans prévenir');
  expect(await codeOf(sponsor, 'POST', '/api/v1/signals', { kind: 'need', line: 'x', messageId: idOf('m1') })).toBe(
    'http/not_allowed',
  );
});

test('similar signals are shown with the reason: the thread, the words in the language', async () => {
  const similar = async (message: string): Promise<SimilarView['items']> =>
    ((await host.must('GET', `/api/v1/signals/similar?messageId=${idOf(message)}`)) as SimilarView).items;
  expect((await similar('m2'))[0]?.reasons.map(({ is }) => is)).toContain('thread');
  const [worded] = await similar('m3');
  const words = worded?.reasons.find((reason) => reason.is === 'words');
  expect(words?.is === 'words' && words.words).toEqual(expect.arrayContaining(['portail', 'code', 'prévenir']));
  expect(await similar('m5')).toEqual([]);
  expect((await similar('m1'))[0]?.reasons[0]).toEqual({ is: 'message' });
});

test('a theme in both is a reason too', async () => {
  const themeId = 'a0000000-0000-4000-8000-000000000001';
  await house.database.inScope(scope, async (db) => {
    const place = await db.tx.selectFrom('place').select('id').executeTakeFirstOrThrow();
    const { workspaceId } = scope;
    const named = { name_fr: 'La copropriété', name_en: 'The building', terms: ['copropriété'] };
    await db.tx
      .insertInto('theme')
      .values({
        workspace_id: workspaceId,
        id: themeId,
        ...named,
        named_by: 'terms',
        merged_into: null,
        retired_at: null,
        split_from: null,
        created_at: house.clock.now(),
      })
      .execute();
    for (const thread of ['portail', 'fete']) {
      await db.tx
        .insertInto('thread_theme')
        .values({
          workspace_id: workspaceId,
          thread_id: idOf(thread),
          theme_id: themeId,
          place_id: place.id,
          by: 'terms',
        })
        .execute();
    }
  });
  const { items } = (await host.must('GET', `/api/v1/signals/similar?messageId=${idOf('m5')}`)) as SimilarView;
  expect(items[0]?.reasons).toEqual([{ is: 'theme', theme: { fr: 'La copropriété', en: 'The building' } }]);
});

test('a signal is taken back by its author only, and a thread stands for its opening message', async () => {
  const { id } = await raise(host, { threadId: idOf('badge') });
  expect((await signalOf(host, id)).signal.evidence[0]?.messageId).toBe(idOf('m3'));
  expect(await codeOf(admin, 'DELETE', `/api/v1/signals/${id}?version=1`)).toBe('signal/not_yours_or_sorted');
  expect(await codeOf(host, 'DELETE', `/api/v1/signals/${id}?version=1`)).toBe('done');
  expect(await codeOf(host, 'GET', `/api/v1/signals/${id}`)).toBe('http/not_found');
});

test('whoever joined a message to a signal takes it back, nobody else does, and the only evidence stays', async () => {
  const { id } = await raise(host, { messageId: idOf('m3') });
  const path = `/api/v1/signals/${id}/evidence`;
  const joined = (await host.must('POST', path, { messageId: idOf('m5') })) as { id: string };
  expect(await codeOf(admin, 'DELETE', `${path}/${joined.id}`)).toBe('signal/evidence_stays');
  expect(await codeOf(host, 'DELETE', `${path}/${joined.id}`)).toBe('done');
  const { evidence } = (await signalOf(host, id)).signal;
  expect(evidence.map(({ messageId }) => messageId)).toEqual([idOf('m3')]);
  expect(await codeOf(host, 'DELETE', `${path}/${evidence[0]?.id ?? ''}`)).toBe('signal/evidence_stays');
  expect(await codeOf(host, 'DELETE', `/api/v1/signals/${id}?version=1`)).toBe('done');
});

test('what is heard in a thread where the field acted for a mandate says so, both ways', async () => {
  const mandate = await mandateOver(idOf('m3'));
  const { id } = await raise(host, { threadId: idOf('badge') });
  expect((await signalOf(host, id)).signal.mandate).toEqual({ id: mandate, intention: 'Répondre aux badges' });
  const { items } = (await host.must('GET', `/api/v1/signals?mandate=${mandate}`)) as SignalsView;
  expect(items.map((one) => one.id)).toEqual([id]);
  const found = (await host.must('GET', '/api/v1/signals?q=LIGNE%20QUI%20NE%20SE%20TROUVE')) as SignalsView;
  expect(found.items).toEqual([]);
  const marks = async (by: Browser) =>
    (await by.must('GET', `/api/v1/marks?messageId=${idOf('m3')}&messageId=${idOf('m1')}`)) as MarksView;
  const [mark] = (await marks(host)).items.filter(({ messageId }) => messageId === idOf('m3'));
  expect(mark).toMatchObject({ mandate: { id: mandate }, signals: [{ id, state: 'raised', insight: null }] });
  // Who said what was raised is not for everybody; what the team wrote for which mandate is.
  expect((await marks(sponsor)).items).toEqual([
    { messageId: idOf('m3'), mandate: { id: mandate, intention: 'Répondre aux badges' }, signals: [], against: [] },
  ]);
  expect(await codeOf(host, 'DELETE', `/api/v1/signals/${id}?version=1`)).toBe('done');
});

test('two who sort the same signal at once: one of them does, the other is told what became of it', async () => {
  const { id } = await raise(host, { messageId: idOf('m5') });
  const codes = await Promise.all(
    [admin, host].map((by) => codeOf(by, 'POST', `/api/v1/signals/${id}/dismiss`, { version: 1, why: 'Hors sujet' })),
  );
  expect(codes.toSorted()).toEqual(['done', 'signal/stale']);
  const late = await host.call('POST', `/api/v1/signals/${id}/dismiss`, { version: 1, why: 'Moi aussi' });
  expect((late.json as { detail: string }).detail).toMatch(/entre-temps \(\S+ .+\s: écarté\)\s: il est écarté/u);
  const { items, counts } = (await host.must('GET', '/api/v1/signals?state=dismissed')) as SignalsView;
  expect(items).toMatchObject([{ id, why: 'Hors sujet', can: { reopen: true } }]);
  expect(counts.dismissed).toBe(1);
  await host.must('POST', `/api/v1/signals/${id}/reopen`, { version: 2 });
  expect((await signalOf(host, id)).signal).toMatchObject({ state: 'raised', why: null, version: 3 });
});

test('what is withdrawn, erased or removed with its place loses its words in the evidence, and says so', async () => {
  const kept = await raise(host, { messageId: idOf('m2') }, 'Nora Vidal le dit aussi');
  const withdrawn = await raise(host, { messageId: idOf('m7') });
  await forum.bring([{ type: 'removed', of: 'message', externalId: 'm7' }]);
  expect((await signalOf(host, withdrawn.id)).signal.evidence).toMatchObject([
    { gone: 'withdrawn', text: null, author: null, link: null, messageId: null, place: 'Forum', alias: 1 },
  ]);
  expect(await codeOf(host, 'POST', '/api/v1/signals', { kind: 'need', line: 'x', messageId: idOf('m7') })).toBe(
    'signal/message_gone',
  );

  const erased = await raise(host, { messageId: idOf('m5') });
  const written = await nameEverywhere('Nora Vidal');
  await admin.must('POST', `/api/v1/members/${idOf('nora')}/erase`, {
    name: 'Nora Vidal',
    reason: 'asked_by_the_person',
  });
  expect((await signalOf(host, erased.id)).signal.evidence).toMatchObject([
    { gone: 'erased', text: null, author: null },
  ]);
  expect(await codeOf(host, 'GET', `/api/v1/signals/similar?messageId=${idOf('m5')}`)).toBe('signal/message_gone');
  expect(await codeOf(host, 'POST', `/api/v1/signals/${kept.id}/evidence`, { messageId: idOf('m4') })).toBe(
    'signal/message_gone',
  );
  // Her name is gone from what others said, and from what colleagues wrote.
  const { signal } = await signalOf(host, kept.id);
  expect(JSON.stringify(signal)).not.toMatch(/Nora|Vidal/);
  expect(signal.evidence[0]?.text).toContain('Même chose chez moi');
  const left = JSON.stringify(await written());
  expect(left).not.toMatch(/Nora|Vidal/);
  expect(left).toContain('Répondre à […] vite');

  await house.database.inScope(scope, async (db) => {
    for (const table of ['reaction', 'message', 'thread', 'identity', 'channel', 'place'] as const)
      await db.tx.deleteFrom(table).where('workspace_id', '=', scope.workspaceId).execute();
  });
  expect((await signalOf(host, kept.id)).signal.evidence).toMatchObject([{ gone: 'place_removed', text: null }]);
  expect((await signalOf(host, withdrawn.id)).signal.evidence).toMatchObject([{ gone: 'withdrawn', place: 'Forum' }]);
});

test('each step left its event, without a word of what was said, and the chain holds', async () => {
  const events = await house.database.inScope(scope, async (db) => {
    expect((await verifyChain(db)).intact).toBe(true);
    return db.tx.selectFrom('audit_event').selectAll().where('object_type', 'in', ['signal', 'insight']).execute();
  });
  const actions = new Set(events.map(({ action }) => action));
  expect([...actions].toSorted()).toEqual([
    'signal.dismissed',
    'signal.evidence_added',
    'signal.evidence_removed',
    'signal.raised',
    'signal.reopened',
    'signal.taken_back',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/portail|crêpes|Lucie/);
});

/** What colleagues write where a name may stand: an insight with its ask, ways and words, a decision, a delivery. */
async function nameEverywhere(name: string): Promise<() => Promise<unknown>> {
  const id = 'a0000000-0000-4000-8000-0000000000e1';
  const { workspaceId } = scope;
  const text = `Répondre à ${name} vite`;
  await house.database.inScope(scope, async ({ tx }) => {
    const { id: by } = await tx.selectFrom('colleague').select('id').executeTakeFirstOrThrow();
    const at = house.clock.now();
    await sql`insert into insight (workspace_id, id, statement, ask, options, words, made_by, made_at)
      values (${workspaceId}, ${id}, ${text}, ${text}, ${[text, 'Non']}, ${[name, 'portail']}, ${by}, ${at})`.execute(
      tx,
    );
    await sql`insert into decision (workspace_id, id, insight_id, answer, option, reason, by_id, at)
      values (${workspaceId}, ${id}, ${id}, 'yes', ${text}, ${text}, ${by}, ${at})`.execute(tx);
    await sql`insert into delivery_note (workspace_id, id, insight_id, day, text, by_id, at)
      values (${workspaceId}, ${id}, ${id}, '2026-03-01', ${text}, ${by}, ${at})`.execute(tx);
  });
  return () =>
    house.database.inScope(scope, async ({ tx }) => [
      await tx.selectFrom('insight').selectAll().where('id', '=', id).execute(),
      await tx.selectFrom('decision').selectAll().where('id', '=', id).execute(),
      await tx.selectFrom('delivery_note').selectAll().where('id', '=', id).execute(),
    ]);
}

/** A mandate, and the message tied to it; answers its id. */
async function mandateOver(messageId: string): Promise<string> {
  const id = 'a0000000-0000-4000-8000-0000000000d1';
  const { workspaceId } = scope;
  const at = house.clock.now();
  await house.database.inScope(scope, async ({ tx }) => {
    const { id: by } = await tx.selectFrom('colleague').select('id').executeTakeFirstOrThrow();
    await sql`insert into objective (workspace_id, id, title, reason, kind, owner_id, horizon, state, made_by, made_at)
      values (${workspaceId}, ${id}, 'Des badges', 'On attend', 'support', ${by}, '2900-01-01', 'live', ${by}, ${at})`.execute(
      tx,
    );
    await sql`insert into mandate (workspace_id, id, objective_id, intention, freedom, effort_hours, from_day, until_day, host_id,
        state, made_by, made_at)
      values (${workspaceId}, ${id}, ${id}, 'Répondre aux badges', 'Le ton', 5, '2026-01-01', '2027-01-01', ${by}, 'active', ${by},
        ${at})`.execute(tx);
    await sql`insert into action (workspace_id, id, kind, tie, mandate_id, message_id, day, done_by, sorted_by, sorted_at)
      values (${workspaceId}, ${id}, 'reply', 'mandate', ${id}, ${messageId}, '2026-02-01', ${by}, ${by}, ${at})`.execute(
      tx,
    );
  });
  return id;
}
