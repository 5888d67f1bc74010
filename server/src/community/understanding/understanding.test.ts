import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import type { Browser } from '../../../../tools/testing/browser.ts';
import { bringIn, openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import type { House } from '../../../../tools/testing/house.ts';
import { speakingForum } from '../../../../tools/testing/speaking-forum.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { askReading, readTexts } from '#community/understanding/readings/index.ts';
import type { UnderstandingView } from '#community/understanding/correcting/wire.ts';
import type { ThemeDetail, ThemesView, ThemeView } from '#community/understanding/themes/wire.ts';

interface Forum extends AsyncDisposable {
  readonly house: House;
  readonly ada: Browser;
  readonly scope: Scope;
  /** Reads all texts again, as the job does. */
  read(): Promise<void>;
  themes(): Promise<readonly ThemeView[]>;
}

async function openForum(threads: number): Promise<Forum> {
  const house = await openCommunity();
  await prepareJobs(house.database.ownerPool);
  const ada = await house.openFirst();
  const scope = await scopeOf(ada);
  await bringIn(house, scope, { name: 'Forum' }, speakingForum({ threads }));
  const deps = { database: house.database, clock: house.clock, onChanged: () => {} };
  const forum: Forum = {
    house,
    ada,
    scope,
    async read() {
      await house.database.inScope(scope, askReading);
      await readTexts(deps, scope, { signal: new AbortController().signal });
    },
    themes: async () => ((await ada.must('GET', '/api/v1/themes?retired=with')) as ThemesView).items,
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
  await forum.read();
  return forum;
}

const detailOf = async ({ ada }: Forum, id: string): Promise<ThemeDetail> =>
  (await ada.must('GET', `/api/v1/themes/${id}`)) as ThemeDetail;

function named(themes: readonly ThemeView[], word: string): ThemeView {
  const found = themes.find(({ terms }) => terms.some(({ written }) => written.includes(word)));
  if (found === undefined) throw new Error(`No theme says ${word}.`);
  return found;
}

test('themes, tones and questions are read out of texts, and told with what was said', async () => {
  await using forum = await openForum(100);
  const { ada, house, scope } = forum;
  const themes = await forum.themes();
  const brake = named(themes, 'frein à disque');
  expect(brake).toMatchObject({ namedBy: 'terms', held: false, threads: 20 });
  expect(named(themes, 'child seat').name.en).toMatch(/child seat/i);

  const detail = await detailOf(forum, brake.id);
  expect(detail.persons).toBeGreaterThan(4);
  expect(detail.quotes?.[0]?.words.some(({ hit, text }) => hit && /frein/i.test(text))).toBe(true);
  expect(JSON.stringify(detail)).not.toContain('habitant');
  expect(new Set(detail.quotes?.map(({ tone }) => tone))).toEqual(new Set(['positive', 'neutral']));
  const sad = (await ada.must('GET', `/api/v1/themes/${named(themes, 'batterie').id}?tone=negative`)) as ThemeDetail;
  expect(sad.quotes?.length).toBe(20);

  const { rows } = await house.database.ownerPool.query<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from thread_reading where workspace_id = $1 group by kind order by kind',
    [scope.workspaceId],
  );
  expect(rows).toEqual([
    { kind: 'other', n: 20 },
    { kind: 'question', n: 80 },
  ]);
  const told = (await ada.must('GET', '/api/v1/understanding')) as UnderstandingView;
  expect(told).toMatchObject({ state: 'done', read: 280, total: 280, can: { read: true } });
});

test('reading again writes nothing where nothing changed', async () => {
  await using forum = await openForum(100);
  const state = async (): Promise<unknown> =>
    (
      await forum.house.database.ownerPool.query(
        `select 'theme' as t, id::text, changed::text from theme union all
         select 'mention', id::text, changed::text from message_theme union all
         select 'thread', id::text, changed::text from thread_theme union all
         select 'tone', message_id::text, changed::text from message_tone union all
         select 'kind', thread_id::text, changed::text from thread_reading order by 1, 2`,
      )
    ).rows;
  const before = await state();
  await forum.read();
  expect(await state()).toEqual(before);
});

test('a tone and a kind said by a person stay, and can be given back', async () => {
  await using forum = await openForum(40);
  const { ada } = forum;
  const theme = named(await forum.themes(), 'batterie');
  const quote = (await detailOf(forum, theme.id)).quotes?.find(({ tone }) => tone === 'negative');
  if (quote?.threadId === undefined || quote.threadId === null) throw new Error('No quote.');
  const toneNow = async (): Promise<unknown> => {
    const { quotes } = await detailOf(forum, theme.id);
    const found = quotes?.find(({ messageId }) => messageId === quote.messageId);
    return [found?.tone, found?.toneBy];
  };
  await ada.must('PUT', `/api/v1/messages/${quote.messageId}/tone`, { tone: 'positive' });
  await ada.must('PUT', `/api/v1/threads/${quote.threadId}/kind`, { kind: 'other' });
  await forum.read();
  expect(await toneNow()).toEqual(['positive', 'person']);
  const kinds = await forum.house.database.ownerPool.query(
    'select kind, kind_by from thread_reading where thread_id = $1',
    [quote.threadId],
  );
  expect(kinds.rows).toEqual([{ kind: 'other', kind_by: 'person' }]);
  await ada.must('PUT', `/api/v1/messages/${quote.messageId}/tone`, { tone: null });
  expect(await toneNow()).toEqual(['negative', 'lexicon']);
  const missing = await ada.call('PUT', `/api/v1/messages/${theme.id}/tone`, { tone: null });
  expect(missing.status).toBe(404);
});

test('what few persons said is kept from those who do not work with members by name', async () => {
  await using forum = await openForum(40);
  const { ada, house } = forum;
  const theme = named(await forum.themes(), 'batterie');
  await ada.must('PATCH', '/api/v1/privacy', { smallestGroup: 50 });
  const sponsor = await house.colleague(ada, 'Sacha Quai', ['sponsor']);
  const seen = (await sponsor.must('GET', `/api/v1/themes/${theme.id}`)) as ThemeDetail;
  expect(seen).toMatchObject({ persons: null, quotes: null, threads: null, can: { correct: false } });
  expect((await detailOf(forum, theme.id)).quotes).not.toBeNull();
});

type Correction =
  | { readonly do: 'rename'; readonly theme: number }
  | { readonly do: 'retire'; readonly theme: number }
  | { readonly do: 'split'; readonly theme: number }
  | { readonly do: 'merge'; readonly theme: number; readonly into: number }
  | { readonly do: 'place'; readonly theme: number; readonly thread: number; readonly belongs: boolean };
type Step = Correction | { readonly do: 'read' } | { readonly do: 'import' };

const index = fc.nat(11);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('rename' as const), theme: index }),
  fc.record({ do: fc.constant('retire' as const), theme: index }),
  fc.record({ do: fc.constant('split' as const), theme: index }),
  fc.record({ do: fc.constant('merge' as const), theme: index, into: index }),
  fc.record({ do: fc.constant('place' as const), theme: index, thread: fc.nat(30), belongs: fc.boolean() }),
  fc.constant({ do: 'read' as const }),
  fc.constant({ do: 'import' as const }),
);

/** What people said, told apart from the product: the last word on each thing. */
interface Said {
  readonly names: Map<string, string>;
  readonly retired: Set<string>;
  readonly merged: Map<string, string>;
  /** Terms a person gave to a theme by shaping it. */
  readonly terms: Map<string, string>;
  readonly placed: Map<string, { readonly theme: string; readonly thread: string; readonly belongs: boolean }>;
}

/** Names, what was set aside, merges and words are as people left them; no two themes share a word. */
function expectKept(themes: readonly ThemeView[], said: Said): void {
  const themeOf = new Map(themes.map((theme) => [theme.id, theme]));
  const keysOf = (some: readonly ThemeView[]): readonly string[] =>
    some.flatMap(({ terms }) => terms.map(({ key }) => key));
  for (const [id, name] of said.names) expect(themeOf.get(id)?.name.fr).toBe(name);
  for (const id of said.retired) expect(themeOf.get(id)).toMatchObject({ retired: true, mentions: 0 });
  for (const [id, into] of said.merged) expect(themeOf.get(id)?.mergedInto).toBe(into);
  for (const [id, terms] of said.terms) expect(keysOf(themes.filter((one) => one.id === id)).join()).toBe(terms);
  const keys = keysOf(themes.filter(isLive));
  expect(new Set(keys).size).toBe(keys.length);
  const away = new Set(keysOf(themes.filter(({ retired }) => retired)));
  expect(keys.filter((key) => away.has(key))).toEqual([]);
}

/** Threads stand where people put them, as long as the theme is looked for. */
async function expectPlaced({ house, scope, themes }: Forum, said: Said): Promise<void> {
  const live = new Set((await themes()).filter(isLive).map(({ id }) => id));
  for (const { theme, thread, belongs } of said.placed.values()) {
    if (!live.has(theme)) continue;
    const { rows } = await house.database.ownerPool.query(
      'select by from thread_theme where workspace_id = $1 and theme_id = $2 and thread_id = $3',
      [scope.workspaceId, theme, thread],
    );
    expect(rows).toEqual(belongs ? [{ by: 'person' }] : []);
  }
}

function isLive({ retired, mergedInto }: ThemeView): boolean {
  return !retired && mergedInto === null;
}

test('whatever people correct, and whatever comes in and is read again, corrections stay', async () => {
  await using forum = await openForum(60);
  let imported = 60;
  let names = 0;
  const { ada, house, scope } = forum;
  const threads = await house.database.inScope(scope, (db) =>
    db.tx
      .selectFrom('thread')
      .select('id')
      .where('workspace_id', '=', scope.workspaceId)
      .orderBy('external_id')
      .execute(),
  );
  const said: Said = { names: new Map(), retired: new Set(), merged: new Map(), terms: new Map(), placed: new Map() };
  const note = async (): Promise<void> => {
    for (const theme of await forum.themes())
      if (theme.held) said.terms.set(theme.id, theme.terms.map(({ key }) => key).join());
  };

  const correct = async (asked: Correction): Promise<void> => {
    const live = (await forum.themes()).filter(isLive);
    const theme = live[asked.theme % Math.max(1, live.length)];
    if (theme === undefined) return;
    const { id, version } = theme;
    switch (asked.do) {
      case 'rename': {
        names += 1;
        const name = `Nommé ${String(names)}`;
        await ada.must('PATCH', `/api/v1/themes/${id}`, { version, name: { fr: name, en: name } });
        said.names.set(id, name);
        return;
      }
      case 'retire':
        await ada.must('PATCH', `/api/v1/themes/${id}`, { version, retired: true });
        said.retired.add(id);
        return;
      case 'merge':
        await merge(theme, live[asked.into % live.length]);
        return;
      case 'split': {
        const [, ...others] = theme.terms;
        const terms = others.map(({ key }) => key);
        if (terms.length > 0) await ada.must('POST', `/api/v1/themes/${id}/split`, { version, terms });
        return;
      }
      case 'place': {
        const thread = threads[asked.thread % threads.length]?.id ?? '';
        await ada.must('PUT', `/api/v1/themes/${id}/threads/${thread}`, { belongs: asked.belongs });
        said.placed.set(`${id} ${thread}`, { theme: id, thread, belongs: asked.belongs });
        return;
      }
      default:
        asked satisfies never;
    }
  };
  const merge = async ({ id, version }: ThemeView, into: ThemeView | undefined): Promise<void> => {
    if (into === undefined || into.id === id) return;
    await ada.must('POST', `/api/v1/themes/${id}/merge`, { version, intoId: into.id });
    said.merged.set(id, into.id);
    for (const [key, one] of said.placed) if (one.theme === id) said.placed.delete(key);
  };
  const take = async (asked: Step): Promise<void> => {
    if (asked.do === 'read') return await forum.read();
    if (asked.do === 'import') {
      await bringIn(house, scope, { name: 'Forum' }, speakingForum({ threads: 9, from: imported }));
      imported += 9;
      return;
    }
    await correct(asked);
    await note();
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) await take(one);
      await forum.read();
      expectKept(await forum.themes(), said);
      await expectPlaced(forum, said);
    }),
    { numRuns: Number(process.env['PASSERELLE_RUNS'] ?? 12), endOnFailure: true },
  );
}, 120_000);

test('a merge undone gives both themes back what was theirs', async () => {
  await using forum = await openForum(60);
  const { ada } = forum;
  const before = await forum.themes();
  const [one, other] = [named(before, 'batterie'), named(before, 'frein')];
  await ada.must('POST', `/api/v1/themes/${one.id}/merge`, { version: one.version, intoId: other.id });
  await forum.read();
  const merged = (await forum.themes()).find(({ id }) => id === one.id);
  const { mentions, version } = (await detailOf(forum, other.id)).theme;
  expect(mentions).toBe(one.mentions + other.mentions);
  expect((await ada.call('POST', `/api/v1/themes/${other.id}/merge`, { version, intoId: one.id })).status).toBe(422);
  const stale = await ada.call('POST', `/api/v1/themes/${one.id}/unmerge`, { version: one.version });
  expect([stale.status, stale.text]).toEqual([409, expect.stringMatching(/\(Aïcha.+: fusionné avec un autre\)/u)]);
  const late = await ada.call('PATCH', `/api/v1/themes/${other.id}`, { version: other.version, retired: true });
  expect(late.text).toMatch(/\(Aïcha.+: un autre thème y a été fusionné\)/u);
  await ada.must('POST', `/api/v1/themes/${one.id}/unmerge`, { version: merged?.version ?? 0 });
  await forum.read();
  const after = await forum.themes();
  const counted = (themes: readonly ThemeView[]): unknown =>
    themes.filter(({ id }) => [one.id, other.id].includes(id)).map(({ id, mentions: n, terms }) => [id, n, terms]);
  expect(counted(after)).toEqual(counted(before));
});
