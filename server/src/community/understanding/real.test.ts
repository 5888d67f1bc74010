import { expect, test } from 'vitest';
import { askReading, readTexts } from '#community/understanding/readings/index.ts';
import { foldAccents, isStopWord, wordsIn } from '#platform/text/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { openCommunity, scopeOf } from '../../../../tools/testing/community.ts';
import { bringInShared } from '../../../../tools/testing/real-places.ts';
import { describeShared } from '../../../../tools/testing/shared.ts';
import type { ThemesView, ThemeView } from '#community/understanding/themes/wire.ts';

interface RealSet {
  readonly connector: string;
  readonly folder: string;
  readonly archive: string;
  readonly language: 'fr' | 'en';
}

/** The themes of a real place, most mentioned first, and how people there are called. */
async function themesOf({ language, ...set }: RealSet) {
  await using house = await openCommunity();
  await prepareJobs(house.database.ownerPool);
  const ada = await house.openFirst();
  const scope = await scopeOf(ada);
  const { placeId, facts } = await bringInShared(house, scope, set);
  await house.database.inScope(scope, async (db) => {
    await db.tx
      .updateTable('place')
      .set({ language })
      .where('workspace_id', '=', scope.workspaceId)
      .where('id', '=', placeId)
      .execute();
    await askReading(db);
  });
  await readTexts({ ...house, onChanged: () => {} }, scope, { signal: new AbortController().signal });
  const { items } = (await ada.must('GET', '/api/v1/themes')) as ThemesView;
  const handles = facts.flatMap((fact) => (fact.type === 'person' ? [foldAccents(fact.handle)] : []));
  return { themes: items.toSorted((a, b) => b.mentions - a.mentions), handles: new Set(handles) };
}

const wordsOf = (themes: readonly ThemeView[]): readonly string[] =>
  themes.flatMap(({ terms }) => terms.flatMap(({ written }) => wordsIn(written).map(({ folded }) => folded)));

describeShared('themes of real places', () => {
  test('are words a French speaker knows the place by', async () => {
    const { themes, handles } = await themesOf({
      connector: 'forum-json',
      folder: 'forum-motion-twin-beta-fr',
      archive: 'beta.json.gz',
      language: 'fr',
    });
    expect(themes.length).toBeGreaterThan(20);
    const words = wordsOf(themes);
    expect(
      words.filter((word) => isStopWord(word) && !['de', 'a', 'des', 'du', 'l', 'la', 'd'].includes(word)),
    ).toEqual([]);
    for (const noun of ['planete', 'incendie', 'plantes', 'mission', 'drone']) expect(words).toContain(noun);
    expect(words.filter((word) => handles.has(word))).toEqual([]);
    // The most mentioned are said by many, and are no sentence of every message.
    for (const { mentions } of themes.slice(0, 10)) {
      expect(mentions).toBeGreaterThan(100);
      expect(mentions).toBeLessThan(0.3 * 4514);
    }
  }, 120_000);

  test('are words an English speaker knows the place by', async () => {
    const { themes } = await themesOf({
      connector: 'discourse-posts',
      folder: 'discourse-delving-2022-2024',
      archive: 'posts.tar.gz',
      language: 'en',
    });
    const words = wordsOf(themes);
    for (const noun of ['block', 'channel', 'key', 'mempool', 'miners']) expect(words).toContain(noun);
    expect(words.filter((word) => isStopWord(word) && !['of', 'the'].includes(word))).toEqual([]);
  }, 120_000);
});
