import { expect, test } from 'vitest';
import type { SuggestionsView } from '#community/merging/wire.ts';
import { ProofList } from '#cockpit/proof/wire.ts';
import type { MemberView } from '#community/members/wire.ts';
import { dayIn } from '#kernel/day.ts';
import type { SessionView } from '#workspace/sign-in/wire.ts';
import { openWholeHouse } from '../../../../tools/testing/whole-house.ts';
import { buildDemonstration } from './service.ts';

const HOUR = 3_600_000;

test(
  'the demonstration ends the evening before in its own zone, and holds accounts to bring together and apart again',
  { timeout: 300_000 },
  async () => {
    await using house = await openWholeHouse();
    // In Paris it is the third of March already.
    house.clock.advance(15.5 * HOUR);
    const browser = await house.openFirst();
    await browser.must('POST', '/api/v1/demonstration', {});
    const { workspaces } = (await browser.must('GET', '/api/v1/session')) as SessionView;
    const space = workspaces.find(({ isDemo }) => isDemo);
    if (space === undefined) throw new Error('The demonstration has no workspace.');
    const scope = { workspaceId: space.id };
    const { app, database, clock } = house;
    const { spaces } = app.workspace;
    const deps = {
      database,
      clock,
      dataFolder: app.config.dataFolder,
      spaces,
      imports: app.community.imports,
      value: app.cockpit.value,
      proof: app.cockpit.proof,
    };
    // Killed before it began, it goes on the day after, and is the same.
    for (let hours = 0; hours < 24; hours += 8) {
      house.clock.advance(8 * HOUR);
      await browser.look();
    }
    await buildDemonstration(deps, scope, new AbortController().signal);
    const newest = await database.inScope(scope, (db) =>
      db.tx
        .selectFrom('message')
        .select((eb) => eb.fn.max('sort_at').as('at'))
        .where('workspace_id', '=', scope.workspaceId)
        .executeTakeFirstOrThrow(),
    );
    expect(dayIn('Europe/Paris', newest.at)).toBe('2026-03-02');

    browser.workspace = space.slug;
    const { items } = ProofList.parse(await browser.must('GET', '/api/v1/proofs'));
    expect(items.map(({ title, verdict }) => [title, verdict])).toEqual([
      ['Ateliers du soir', 'effect_up'],
      ['Défi photo', 'cannot_tell'],
    ]);
    const before = (await browser.must('GET', '/api/v1/merge-suggestions')) as SuggestionsView;
    expect(before.items.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['same_email', 'same_handle']));
    const [pair] = before.items;
    if (pair === undefined) throw new Error('No accounts look alike.');
    const [keepId, absorbId] = [pair.a.id, pair.b.id];
    const member = async (): Promise<MemberView> =>
      (await browser.must('GET', `/api/v1/members/${keepId}`)) as MemberView;
    const alone = await member();
    const made = (await browser.must('POST', '/api/v1/merges', { keepId, absorbId, reason: pair.reason })) as {
      id: string;
    };
    expect((await member()).messages).toBe(pair.a.messages + pair.b.messages);
    await browser.must('POST', `/api/v1/merges/${made.id}/undo`);
    expect(await member()).toMatchObject({ messages: alone.messages, identities: alone.identities });
    const after = (await browser.must('GET', '/api/v1/merge-suggestions')) as SuggestionsView;
    expect(after).toEqual(before);
  },
);
