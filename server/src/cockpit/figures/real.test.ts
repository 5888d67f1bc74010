import { expect, test } from 'vitest';
import { standingClock } from '#platform/clock/index.ts';
import { bringInShared } from '../../../../tools/testing/real-places.ts';
import { describeShared } from '../../../../tools/testing/shared.ts';
import { openAnalysis } from '../../../../tools/testing/two-engines.ts';
import type { FigureAnswer, FigureQuery } from './index.ts';
import { createFigures, REGISTRY } from './index.ts';
import { answerFigures } from './service.ts';

const clock = standingClock('2026-10-01T12:00:00Z');

describeShared('figures of real communities', () => {
  test(
    'a French forum archive of 2012 to 2015, by days: its own end, no response time, no difference',
    { timeout: 300_000 },
    async () => {
      await using analysis = await openAnalysis();
      const scope = await analysis.workspace();
      const set = { connector: 'forum-json', folder: 'forum-motion-twin-beta-fr', archive: 'beta.json.gz' };
      const { placeId, facts } = await bringInShared({ ...analysis, clock }, scope, set);
      const ask = async (query: Partial<FigureQuery>): Promise<(id: string) => FigureAnswer | undefined> => {
        const answers = await answerFigures(
          { ...analysis, clock },
          scope,
          REGISTRY,
          { compare: 'both', ...query },
          'fr',
        );
        if (!answers.ok) throw new Error(answers.refusal.code);
        return (id) => answers.value.find((answer) => answer.figure.id === id);
      };
      const latest = await ask({});
      expect(latest('active_members')?.window).toMatchObject({ until: '2015-09-23', because: 'latest_activity' });
      expect(latest('active_members')?.freshness.newest).toEqual({ day: '2015-09-22' });
      expect(latest('first_response_time')?.value).toEqual({ state: 'unavailable', reason: 'no_hours' });
      expect(latest('first_response_time')?.leftOut).toMatchObject([{ place: { id: placeId }, reason: 'no_hours' }]);

      const whole = await ask({ from: '2012-03-01', until: '2015-10-01', compare: 'none' });
      // Counted again from the facts of the connector, without a database.
      const written = facts.flatMap((fact) => (fact.type === 'message' && fact.hidden !== true ? [fact] : []));
      const authors = new Set(written.map((fact) => fact.by));
      expect(whole('active_members')?.value).toMatchObject({ state: 'value', value: authors.size });
      expect(whole('new_contributors')?.value).toMatchObject({ value: authors.size });
      const counts = [...authors]
        .map((author) => written.filter((fact) => fact.by === author).length)
        .sort((a, b) => b - a);
      const top = counts.slice(0, Math.ceil(authors.size / 100)).reduce((sum, each) => sum + each, 0);
      expect(whole('top1_share')?.value).toMatchObject({ n: top, of: written.length, sample: authors.size });
      expect(await createFigures({ ...analysis, clock }).verify(scope)).toMatchObject({
        heldElsewhere: false,
        differences: [],
      });
    },
  );

  test('a forum with hours: response times beside coverage, alike on both engines', { timeout: 300_000 }, async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace('America/New_York');
    const set = { connector: 'discourse-posts', folder: 'discourse-delving-2022-2024', archive: 'posts.tar.gz' };
    await bringInShared({ ...analysis, clock }, scope, set);
    const query = { from: '2024-01-01', until: '2024-07-01', compare: 'both' } as const;
    const answers = await answerFigures({ ...analysis, clock }, scope, REGISTRY, query, 'fr');
    const found = new Map(answers.ok ? answers.value.map((answer) => [answer.figure.id, answer]) : []);
    expect(found.get('first_response_time')?.value).toMatchObject({ state: 'value' });
    expect(found.get('reply_coverage_7d')?.value).toMatchObject({ state: 'value' });
    const { value, parts } = found.get('first_response_time') ?? {};
    // More than nine in ten must have waited longer than half of them.
    expect(value?.state === 'value' ? value.value : null).toBeLessThanOrEqual(parts?.['p90'] ?? Infinity);
    expect(await createFigures({ ...analysis, clock }).verify(scope)).toMatchObject({
      heldElsewhere: false,
      differences: [],
    });
  });
});
