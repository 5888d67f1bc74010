import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fact, Raw } from '@passerelle/kit';
import { deriveId, tombstoneMark } from '#community/facts/index.ts';
import { aMessage, aPerson, openIntake, rawOf, standing } from '../../../../tools/testing/ingestion.ts';
import { holdImports } from './lookup.ts';

const intake = await openIntake();
afterAll(() => intake.database.close());
beforeEach(() => intake.empty());

describe('what is named before it is known', () => {
  it('stands until its own fact comes, which then counts', async () => {
    await intake.bring([rawOf('message', 'm1', '1', aMessage('m1', { thread: 'fil', by: 'u7' }))]);
    expect(await intake.rows('select name from member')).toEqual([{ name: 'u7' }]);
    expect(await intake.rows('select name from channel')).toEqual([{ name: 'accueil' }]);
    expect(await intake.rows('select title, message_count from thread')).toEqual([{ title: null, message_count: 1 }]);
    await intake.bring([
      rawOf('person', 'u7', '1', aPerson('u7', { handle: 'ada', displayName: 'Ada L.' })),
      rawOf('thread', 'fil', '1', { type: 'thread', externalId: 'fil', channel: 'accueil', title: 'Le vieux pont' }),
      rawOf('channel', 'accueil', '1', { type: 'channel', externalId: 'accueil', name: 'Accueil' }),
    ]);
    expect(await intake.rows('select name from member')).toEqual([{ name: 'Ada L.' }]);
    expect(await intake.rows('select name from channel')).toEqual([{ name: 'Accueil' }]);
    expect(await intake.rows('select title, message_count from thread')).toEqual([
      { title: 'Le vieux pont', message_count: 1 },
    ]);
  });
});

describe('what people decided', () => {
  const ada = (displayName: string, version: string, role?: 'staff'): Raw =>
    rawOf(
      'person',
      'ada',
      version,
      aPerson('ada', { handle: 'ada', displayName, ...(role === undefined ? {} : { role }) }),
    );

  it('stays: a name and a kind given by hand, and whose account it is', async () => {
    await intake.bring([ada('Ada', '1'), rawOf('message', 'm1', '1', aMessage('m1', { by: 'basile' }))]);
    await intake.rows(`update member set name = 'Ada Lovelace', kind = 'bot', kind_from = 'hand' where name = 'Ada'`);
    await intake.rows(
      `update identity set member_id = (select id from member where name = 'basile') where external_id = 'ada'`,
    );
    await intake.bring([ada('Ada L.', '2', 'staff')]);
    expect(await intake.rows('select name, kind from member order by name')).toEqual([
      { name: 'Ada Lovelace', kind: 'bot' },
      { name: 'basile', kind: 'staff' },
    ]);
    expect(
      await intake.rows(
        `select member.name from identity join member on member.id = identity.member_id where identity.external_id = 'ada'`,
      ),
    ).toEqual([{ name: 'basile' }]);
  });

  it('and staff is who the place declares', async () => {
    await intake.bring([ada('Ada', '1', 'staff')]);
    expect(await intake.rows('select kind, kind_from from member')).toEqual([{ kind: 'staff', kind_from: 'place' }]);
  });
});

describe('what is taken away', () => {
  it('a reaction that a newer copy no longer names is taken back', async () => {
    const liked = (version: string, ...by: readonly string[]): Raw =>
      rawOf(
        'message',
        'm1',
        version,
        aMessage('m1'),
        ...by.map((one): Fact => ({ type: 'reaction', message: 'm1', emoji: '👍', by: one })),
      );
    await intake.bring([liked('1', 'ada', 'basile')]);
    await intake.bring([liked('2', 'basile')]);
    expect(
      await intake.rows(
        'select external_id, count from reaction join identity on identity.id = reaction.identity_id order by 1',
      ),
    ).toEqual([
      { external_id: 'ada', count: 0 },
      { external_id: 'basile', count: 1 },
    ]);
  });

  it.each(['before', 'after'])(
    'a message removed %s it came keeps its place and loses its words everywhere',
    async (when) => {
      const told = rawOf('gone', 'm1', '1', { type: 'removed', of: 'message', externalId: 'm1' });
      const said = rawOf('message', 'm1', '1', aMessage('m1', { text: 'À oublier' }));
      for (const one of when === 'before' ? [told, said] : [said, told]) await intake.bring([one]);
      expect(await intake.rows('select state, text from message')).toEqual([{ state: 'removed', text: '' }]);
      expect((await standing(intake)).join()).not.toContain('oublier');
    },
  );

  it('an erased person does not come back: messages are counted, by nobody, and nothing of what came is kept', async () => {
    const raws = [
      rawOf(
        'person',
        'ada',
        '1',
        aPerson('ada', { handle: 'ada', displayName: 'Ada Lovelace', email: 'ada@exemple.fr' }),
      ),
      rawOf(
        'message',
        'm1',
        '1',
        aMessage('m1', { text: 'Signé Ada', thread: 'fil', url: 'https://exemple.fr/ada/1' }),
      ),
      rawOf('message', 'm2', '1', aMessage('m2', { by: 'basile', text: 'Merci', thread: 'fil' })),
    ];
    const mark = tombstoneMark(intake.secret, intake.placeId, 'ada');
    await intake.database.inScope(intake.scope, (db) =>
      db.tx
        .insertInto('tombstone')
        .values({ workspace_id: intake.scope.workspaceId, mark, erased_at: new Date('2026-02-01T00:00:00Z') })
        .execute(),
    );
    expect(await intake.bring(raws)).toMatchObject({ read: 3, added: 1, withheld: 2 });
    expect((await standing(intake)).join()).not.toMatch(/Ada|"ada"|ada@|ada\/1/);
    expect(await intake.rows('select state, text, external_id from message order by state')).toEqual([
      { state: 'erased', text: '', external_id: `erased:${deriveId(intake.placeId, 'message', 'm1')}` },
      { state: 'shown', text: 'Merci', external_id: 'm2' },
    ]);
    expect(await intake.rows(`select name, erased_at is not null as erased from member order by name`)).toEqual([
      { name: '', erased: true },
      { name: 'basile', erased: false },
    ]);
    expect(await intake.rows('select message_count from thread')).toEqual([{ message_count: 2 }]);
    const before = await intake.rows(
      'select xmin::text, id from message union all select xmin::text, id from identity order by 2',
    );
    await intake.bring(raws);
    expect(
      await intake.rows('select xmin::text, id from message union all select xmin::text, id from identity order by 2'),
    ).toEqual(before);
  });
});

it('an erasure and a batch wait for one another: nothing comes in between the looking and the taking out', async () => {
  const done: string[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const erasing = intake.database.inScope(intake.scope, async (db) => {
    await holdImports(db);
    await held;
    done.push('erased');
  });
  const bringing = intake.bring([rawOf('message', 'm1', '1', aMessage('m1'))]).then(() => done.push('brought'));
  await setTimeout(150);
  expect(done).toEqual([]);
  letGo();
  await Promise.all([erasing, bringing]);
  expect(done).toEqual(['erased', 'brought']);
});

describe('text as it really comes', () => {
  it.each([
    ['a null character', 'a\0b', 'ab'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['signs of the copy format', 'a\\N\tb\r\nc\\.', 'a\\N\tb\r\nc\\.'],
    ['marks that turn the direction', 'a\u202Eb', 'a\u202Eb'],
  ])('%s', async (_name, text, stored) => {
    await intake.bring([rawOf('message', 'm1', '1', aMessage('m1', { text }))]);
    expect(await intake.rows('select text from message')).toEqual([{ text: stored }]);
  });

  it('an endless message and endless names do not stop an import', async () => {
    const words = Array.from({ length: 250_000 }, (_, n) => n.toString(36).padStart(6, 'x')).join(' ');
    const endless = 'é'.repeat(10_000);
    await intake.bring([
      rawOf('message', 'm1', '1', aMessage('m1', { text: words, by: endless, channel: endless, thread: endless })),
      rawOf(
        'person',
        'p',
        '1',
        aPerson('p', { handle: endless, displayName: endless, email: `${endless}@exemple.fr` }),
      ),
    ]);
    expect(await intake.rows('select length(text) as length from message')).toEqual([{ length: words.length }]);
  });
});
