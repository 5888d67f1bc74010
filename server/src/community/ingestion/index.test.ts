import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Fact, Piece, Raw } from '@passerelle/kit';
import { deriveId, tombstoneMark } from '#community/facts/index.ts';
import { applyStaffRules, recountIdentities } from '#community/members/index.ts';
import { languageDetector } from '#platform/text/index.ts';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { ingest } from './index.ts';
import type { Counts } from './index.ts';

const SECRET = 'a secret of tests';
const scope = { workspaceId: randomUUID() };
const PLACE = randomUUID();
const database = await freshDatabase();
afterAll(() => database.close());

const gives = {
  threads: true,
  replies: true,
  hours: true,
  reactions: true,
  personIds: true,
  staff: true,
  silentMembers: true,
  originalLinks: true,
};
const connector: Connector = {
  id: 'facts',
  version: 1,
  name: { fr: 'Faits', en: 'Facts' },
  collects: ['name', 'text', 'reaction'],
  gives,
  read: (raw) => raw.payload as readonly Fact[],
};

const created = new Date('2026-01-01T00:00:00Z');
await database.installation
  .insertInto('workspace')
  .values({
    id: scope.workspaceId,
    slug: 'ponts',
    name: 'Ponts',
    zone: 'Europe/Paris',
    language: 'fr',
    is_demo: false,
    created_at: created,
  })
  .execute();

/** The place anew, with nothing in it. */
async function emptyPlace(): Promise<void> {
  await database.inScope(scope, async (db) => {
    await db.tx.deleteFrom('place').where('workspace_id', '=', scope.workspaceId).execute();
    await db.tx.deleteFrom('member').where('workspace_id', '=', scope.workspaceId).execute();
    await db.tx.deleteFrom('tombstone').where('workspace_id', '=', scope.workspaceId).execute();
    await db.tx
      .insertInto('place')
      .values({
        workspace_id: scope.workspaceId,
        id: PLACE,
        connector: 'facts',
        name: 'Salon',
        language: 'fr',
        gives: JSON.stringify(gives),
        created_at: created,
      })
      .execute();
  });
}
beforeEach(emptyPlace);

async function bring(raws: readonly Raw[]): Promise<Counts> {
  let counts: Counts = { read: 0, added: 0, changed: 0, unchanged: 0, withheld: 0, refused: 0 };
  async function* pieces(): AsyncIterable<Piece> {
    for (const raw of raws) yield { type: 'raw', raw };
  }
  const end = await ingest(
    { database, secret: SECRET, languageOf: languageDetector, applyStaffRules, recountIdentities },
    {
      scope,
      place: { id: PLACE, language: 'fr' },
      connector,
      options: {},
      pieces: pieces(),
      signal: new AbortController().signal,
      save: async (_db, batch) => {
        ({ counts } = batch);
        return true;
      },
    },
  );
  expect(end).toBe('finished');
  return counts;
}

function raw(kind: string, externalId: string, version: string, ...facts: readonly Fact[]): Raw {
  return { kind, externalId, version, payload: facts };
}

function message(externalId: string, more: Partial<Extract<Fact, { type: 'message' }>> = {}): Fact {
  return {
    type: 'message',
    externalId,
    channel: 'accueil',
    by: 'ada',
    when: { at: '2026-01-05T10:00:00Z' },
    text: 'Bonjour',
    format: 'plain',
    ...more,
  };
}

async function rows<Row>(query: string): Promise<readonly Row[]> {
  const compiled = CompiledQuery.raw(query, []);
  return (await database.inScope(scope, (db) => db.tx.executeQuery<Row>(compiled))).rows;
}

/** A row that only stood for something unknown, and that nothing names any more: a trace of a copy that lost. */
const TRACE = {
  channel: `t.name = t.external_id and not exists (select from message where message.channel_id = t.id) and not exists (select from thread where thread.channel_id = t.id and thread.title is not null)`,
  identity: `t.handle = t.external_id and t.message_count = 0 and not exists (select from reaction where reaction.identity_id = t.id and reaction.count > 0)`,
  member: `not exists (select from identity where identity.member_id = t.id and (identity.handle <> identity.external_id or identity.message_count > 0
    or exists (select from reaction where reaction.identity_id = identity.id and reaction.count > 0)))`,
  thread: 't.title is null and t.message_count = 0',
  // Taken back: a row for those who follow changes, not a reaction.
  reaction: 't.count = 0',
  message: 'false',
  raw: 'false',
  removal: 'false',
} as const;

/** All that stands, whoever wrote it when. */
async function standing(): Promise<readonly string[]> {
  const told = Object.entries(TRACE).map(
    ([table, trace]) =>
      `select '${table} ' || (to_jsonb(t) - 'changed')::text as line from ${table} as t where not (${trace})`,
  );
  return (await rows<{ line: string }>(`${told.join(' union all ')} order by line`)).map((row) => row.line);
}

describe('the order in which an export is read', () => {
  const few = fc.integer({ min: 0, max: 3 });
  const version = fc.integer({ min: 1, max: 3 }).map(String);
  const person = fc
    .tuple(few, version, fc.constantFrom('Ada', 'Basile', 'Céleste'))
    .map(([n, at, displayName]) =>
      raw('person', `p${n}`, at, {
        type: 'person',
        externalId: `p${n}`,
        keyedBy: 'id',
        handle: `h${n}`,
        displayName,
        ...(n === 0 ? { role: 'staff' as const } : {}),
      }),
    );
  const channel = fc
    .tuple(few, version)
    .map(([n, at]) => raw('channel', `c${n}`, at, { type: 'channel', externalId: `c${n}`, name: `salon ${n} ${at}` }));
  const thread = fc
    .tuple(few, few, version)
    .map(([n, c, at]) =>
      raw('thread', `t${n}`, at, { type: 'thread', externalId: `t${n}`, channel: `c${c}`, title: `fil ${at} ${c}` }),
    );
  const post = fc.tuple(fc.integer({ min: 0, max: 5 }), version).map(([n, at]) => {
    const v = Number(at);
    const id = `m${n}`;
    const likes: Fact[] = n % v === 0 ? [{ type: 'reaction', message: id, emoji: '👍', by: `p${v}` }] : [];
    const within = (n + v) % 4;
    const about = {
      channel: `c${within % 2}`,
      thread: `t${within}`,
      opens: v === 1,
      by: `p${n % 4}`,
      text: `texte ${at}`,
      hidden: v === 2,
    };
    return raw('message', id, at, message(id, { ...about, when: { at: `2026-01-0${v}T10:00:0${n}Z` } }), ...likes);
  });
  const counted = fc
    .tuple(few, version)
    .map(([n, at]) =>
      raw('likes', `l${n}`, at, { type: 'reaction', message: `m${n}`, emoji: '🎉', count: Number(at) }),
    );
  const gone = fc.tuple(fc.constantFrom('message' as const, 'thread' as const), few).map(([of, n]) => {
    const externalId = `${of === 'message' ? 'm' : 't'}${n}`;
    return raw('gone', externalId, '1', { type: 'removed', of, externalId });
  });
  const exports = fc
    .array(fc.oneof({ weight: 2, arbitrary: person }, channel, thread, { weight: 4, arbitrary: post }, counted, gone), {
      minLength: 1,
      maxLength: 20,
    })
    .chain((raws) =>
      fc.tuple(
        fc.constant(raws),
        fc.shuffledSubarray([...raws, ...raws], { minLength: raws.length * 2 }),
        fc.integer({ min: 1, max: 7 }),
      ),
    );

  it('does not matter: shuffled, doubled, in pieces, the same rows stand', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(exports, async ([raws, shuffled, size]) => {
        await emptyPlace();
        await bring(raws);
        const once = await standing();
        await emptyPlace();
        for (let at = 0; at < shuffled.length; at += size) await bring(shuffled.slice(at, at + size));
        expect(await standing()).toEqual(once);
        expect(await bring(shuffled)).toMatchObject({ added: 0, changed: 0 });
      }),
      { numRuns: 25 },
    );
  });
});

describe('what is named before it is known', () => {
  it('stands until its own fact comes, which then counts', async () => {
    await bring([raw('message', 'm1', '1', message('m1', { thread: 'fil', by: 'u7' }))]);
    expect(await rows('select name from member')).toEqual([{ name: 'u7' }]);
    expect(await rows('select name from channel')).toEqual([{ name: 'accueil' }]);
    expect(await rows('select title, message_count from thread')).toEqual([{ title: null, message_count: 1 }]);
    await bring([
      raw('person', 'u7', '1', {
        type: 'person',
        externalId: 'u7',
        keyedBy: 'id',
        handle: 'ada',
        displayName: 'Ada L.',
      }),
      raw('thread', 'fil', '1', { type: 'thread', externalId: 'fil', channel: 'accueil', title: 'Le vieux pont' }),
      raw('channel', 'accueil', '1', { type: 'channel', externalId: 'accueil', name: 'Accueil' }),
    ]);
    expect(await rows('select name from member')).toEqual([{ name: 'Ada L.' }]);
    expect(await rows('select name from channel')).toEqual([{ name: 'Accueil' }]);
    expect(await rows('select title, message_count from thread')).toEqual([
      { title: 'Le vieux pont', message_count: 1 },
    ]);
  });
});

describe('what people decided', () => {
  const ada = (displayName: string, version: string, role?: 'staff'): Raw =>
    raw('person', 'ada', version, {
      type: 'person',
      externalId: 'ada',
      keyedBy: 'id',
      handle: 'ada',
      displayName,
      ...(role === undefined ? {} : { role }),
    });

  it('stays: a name and a kind given by hand, and whose account it is', async () => {
    await bring([ada('Ada', '1'), raw('message', 'm1', '1', message('m1', { by: 'basile' }))]);
    await rows(`update member set name = 'Ada Lovelace', kind = 'bot', kind_from = 'hand' where name = 'Ada'`);
    await rows(
      `update identity set member_id = (select id from member where name = 'basile') where external_id = 'ada'`,
    );
    await bring([ada('Ada L.', '2', 'staff')]);
    expect(await rows('select name, kind from member order by name')).toEqual([
      { name: 'Ada Lovelace', kind: 'bot' },
      { name: 'basile', kind: 'staff' },
    ]);
    expect(
      await rows(
        `select member.name from identity join member on member.id = identity.member_id where identity.external_id = 'ada'`,
      ),
    ).toEqual([{ name: 'basile' }]);
  });

  it('and staff is who the place declares', async () => {
    await bring([ada('Ada', '1', 'staff')]);
    expect(await rows('select kind, kind_from from member')).toEqual([{ kind: 'staff', kind_from: 'place' }]);
  });
});

describe('what is taken away', () => {
  it('a reaction that a newer copy no longer names is taken back', async () => {
    const liked = (version: string, ...by: readonly string[]): Raw =>
      raw(
        'message',
        'm1',
        version,
        message('m1'),
        ...by.map((one): Fact => ({ type: 'reaction', message: 'm1', emoji: '👍', by: one })),
      );
    await bring([liked('1', 'ada', 'basile')]);
    await bring([liked('2', 'basile')]);
    expect(
      await rows(
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
      const told = raw('gone', 'm1', '1', { type: 'removed', of: 'message', externalId: 'm1' });
      const said = raw('message', 'm1', '1', message('m1', { text: 'À oublier' }));
      for (const one of when === 'before' ? [told, said] : [said, told]) await bring([one]);
      expect(await rows('select state, text from message')).toEqual([{ state: 'removed', text: '' }]);
      expect((await standing()).join()).not.toContain('oublier');
    },
  );

  it('an erased person does not come back: messages are counted, by nobody, and nothing of what came is kept', async () => {
    const raws = [
      raw('person', 'ada', '1', {
        type: 'person',
        externalId: 'ada',
        keyedBy: 'id',
        handle: 'ada',
        displayName: 'Ada Lovelace',
        email: 'ada@exemple.fr',
      }),
      raw('message', 'm1', '1', message('m1', { text: 'Signé Ada', thread: 'fil', url: 'https://exemple.fr/ada/1' })),
      raw('message', 'm2', '1', message('m2', { by: 'basile', text: 'Merci', thread: 'fil' })),
    ];
    const mark = tombstoneMark(SECRET, PLACE, 'ada');
    await database.inScope(scope, (db) =>
      db.tx.insertInto('tombstone').values({ workspace_id: scope.workspaceId, mark, erased_at: created }).execute(),
    );
    expect(await bring(raws)).toMatchObject({ read: 3, added: 1, withheld: 2 });
    expect((await standing()).join()).not.toMatch(/Ada|"ada"|ada@|ada\/1/);
    expect(await rows('select state, text, external_id from message order by state')).toEqual([
      { state: 'erased', text: '', external_id: `erased:${deriveId(PLACE, 'message', 'm1')}` },
      { state: 'shown', text: 'Merci', external_id: 'm2' },
    ]);
    expect(await rows(`select name, erased_at is not null as erased from member order by name`)).toEqual([
      { name: '', erased: true },
      { name: 'basile', erased: false },
    ]);
    expect(await rows('select message_count from thread')).toEqual([{ message_count: 2 }]);
    const before = await rows(
      'select xmin::text, id from message union all select xmin::text, id from identity order by 2',
    );
    await bring(raws);
    expect(
      await rows('select xmin::text, id from message union all select xmin::text, id from identity order by 2'),
    ).toEqual(before);
  });
});

describe('text as it really comes', () => {
  it.each([
    ['a null character', 'a\0b', 'ab'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['signs of the copy format', 'a\\N\tb\r\nc\\.', 'a\\N\tb\r\nc\\.'],
    ['marks that turn the direction', 'a\u202Eb', 'a\u202Eb'],
  ])('%s', async (_name, text, stored) => {
    await bring([raw('message', 'm1', '1', message('m1', { text }))]);
    expect(await rows('select text from message')).toEqual([{ text: stored }]);
  });

  it('an endless message and endless names do not stop an import', async () => {
    const words = Array.from({ length: 250_000 }, (_, n) => n.toString(36).padStart(6, 'x')).join(' ');
    const endless = 'é'.repeat(10_000);
    await bring([
      raw('message', 'm1', '1', message('m1', { text: words, by: endless, channel: endless, thread: endless })),
      raw('person', 'p', '1', {
        type: 'person',
        externalId: 'p',
        keyedBy: 'id',
        handle: endless,
        displayName: endless,
        email: `${endless}@exemple.fr`,
      }),
    ]);
    expect(await rows('select length(text) as length from message')).toEqual([{ length: words.length }]);
  });
});
