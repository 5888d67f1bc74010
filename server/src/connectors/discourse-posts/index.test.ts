import { readFileSync } from 'node:fs';
import { brokenReading } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import type { Fact } from '@passerelle/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises, factsIn } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { discoursePosts } from './index.ts';
import { quotesAsMarkdown } from './quotes.ts';
import { recordings } from './recordings/index.ts';

const [single, paged] = recordings as readonly [Recording, Recording];

describePromises(discoursePosts, {
  recordings,
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    '"post_stream":',
    '"posts":',
    '"id":1',
    '"topic_id":2',
    '"post_number":1',
    '"username":"a"',
    '"raw":"x"',
    '"created_at":"2020-01-01T00:00:00Z"',
    'null',
  ],
  broken: [[paged, 't/31.json']],
});

describe('reading posts of Discourse', () => {
  it('keeps the newest copy of a renamed topic and its opening', async () => {
    const facts = await factsIn(discoursePosts, single);
    expect(ofType(facts, 'thread')).toEqual([
      {
        type: 'thread',
        externalId: '31',
        channel: '7',
        title: 'Coque en chêne',
        url: 'https://forum.chantier.example/t/coque-en-chene/31',
      },
    ]);
    expect(ofType(facts, 'message').map((message) => message.externalId)).toEqual(['31/1', '31/2', '31/3', '31/5']);
    expect(ofType(facts, 'message')[0]).toMatchObject({
      opens: true,
      editedAt: '2023-05-04T00:00:00.000Z',
      format: 'markdown',
    });
  });

  it('tells replies, reactions, likes, links, the team and what was withdrawn', async () => {
    const facts = await factsIn(discoursePosts, single);
    const [opening, answer, , withdrawn] = ofType(facts, 'message');
    expect(opening).toMatchObject({
      url: 'https://forum.chantier.example/t/coque-en-chene/31/1',
      when: { at: '2023-05-02T08:00:00.000Z' },
    });
    expect(answer).toMatchObject({
      repliesTo: '31/1',
      position: 2,
      by: '9',
      text: '> **maelle**\n> quel bois ?\n\nDu chêne 🌳',
    });
    expect(answer?.url).toBeUndefined();
    expect(withdrawn?.hidden).toBe(true);
    expect(ofType(facts, 'reaction').map(({ message, emoji, count }) => [message, emoji, count])).toEqual([
      ['31/2', 'heart', 2],
      ['31/2', 'ship', 1],
      ['31/3', 'heart', 4],
    ]);
    expect(ofType(facts, 'person').map(({ externalId, handle, role }) => [externalId, handle, role])).toEqual([
      ['4', 'maelle', undefined],
      ['9', 'ruben', 'staff'],
      ['-1', 'system', 'bot'],
    ]);
    expect(ofType(facts, 'removed')).toEqual([{ type: 'removed', of: 'message', externalId: '31/6' }]);
  });

  it('takes category, title, tags and state from the page around the posts; private conversations are left', async () => {
    const facts = await factsIn(discoursePosts, paged);
    expect(
      ofType(facts, 'channel')
        .map(({ externalId, name }) => `${externalId} ${name}`)
        .sort(),
    ).toEqual(['12 Cordages', '7 Charpente', '8 Voilerie', 'none Discourse']);
    expect(ofType(facts, 'thread')).toContainEqual(
      expect.objectContaining({
        externalId: '31',
        channel: '7',
        title: 'Coque en chêne',
        labels: ['bois', 'coque'],
        locked: true,
      }),
    );
    expect(
      ofType(facts, 'message')
        .map(({ externalId, channel, format }) => `${externalId} ${channel} ${format}`)
        .sort(),
    ).toEqual(['31/1 7 html', '31/2 7 markdown', '39/2 none markdown', '40/1 8 markdown']);
    expect(JSON.stringify(facts)).not.toContain('secret');
  });

  it('writes nested quotes as Markdown and leaves other texts alone', () => {
    expect(quotesAsMarkdown('[quote="a, post:1"]\n[quote]\nx\n[/quote]\ny\n[/quote]\nz')).toBe(
      '> **a**\n\n> > \n> > x\n\n> y\n\nz',
    );
    expect(quotesAsMarkdown('[quote] is not closed')).toBe('[quote] is not closed');
    expect(quotesAsMarkdown('  code\n\n\n\nx')).toBe('  code\n\n\n\nx');
  });

  it('says which file is no post and which post lacks what', async () => {
    const broken = async (value: unknown) =>
      (
        await brokenReading(discoursePosts, paged, 'posts-before-140.json', Buffer.from(JSON.stringify(value)))
      ).problems.map(({ code }) => code);
    const good = { id: 1, topic_id: 1, post_number: 1, username: 'a', created_at: '2020-01-01T00:00:00Z', raw: '' };
    expect(await broken({ messages: 12 })).toEqual(['unknown_file']);
    expect(await broken({ latest_posts: [] })).toEqual([]);
    expect(
      await broken([
        { ...good, username: undefined },
        { ...good, raw: undefined },
        { ...good, created_at: 'hier' },
        { ...good, id: 'x' },
      ]),
    ).toEqual(['missing_field', 'missing_field', 'bad_date', 'wrong_shape']);
  });
});

describeShared('the real archive of a forum', () => {
  const expected = (): Record<string, unknown> =>
    JSON.parse(readFileSync(sharedPath('data', 'discourse-delving-2022-2024', 'expected.json')!, 'utf8'));
  let real: RealReading;
  beforeAll(async () => {
    real = await readShared(discoursePosts, 'discourse-delving-2022-2024', 'posts.tar.gz');
  });

  it('gives each post once, with topics, authors, team and dates as counted', () => {
    const messages = ofType(real.facts, 'message');
    const instants = messages.flatMap(({ when }) => ('at' in when ? [when.at] : [])).sort();
    const authors = new Set(messages.map(({ by }) => by));
    // The forum's own account is of its team too, and told as what it is: a program.
    const team = ofType(real.facts, 'person').filter(({ role }) => role !== undefined);
    expect({
      distinct_post_ids: messages.length,
      topics: new Set(messages.map(({ thread }) => thread)).size,
      authors: authors.size,
      staff_authors: team.length,
      first: instants[0],
      last: instants.at(-1),
    }).toEqual(pick(expected(), ['distinct_post_ids', 'topics', 'authors', 'staff_authors', 'first', 'last']));
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBe(1);
    expect(ofType(real.facts, 'thread')).toHaveLength(256);
  });

  it('gives every copy its figures as counted: by file, before copies are merged', async () => {
    const copies: Fact[] = [];
    let withReactions = 0;
    await readShared(discoursePosts, 'discourse-delving-2022-2024', 'posts.tar.gz', (raw) => {
      if (raw.kind !== 'post') return;
      const facts = discoursePosts.read(raw, {});
      copies.push(...facts);
      if (ofType(facts, 'reaction').length > 0) withReactions += 1;
    });
    const messages = ofType(copies, 'message');
    expect({
      post_files: messages.length,
      posts_with_reply_to: messages.filter(({ repliesTo }) => repliesTo !== undefined).length,
      posts_with_reactions: withReactions,
      by_category: countBy(messages, ({ channel }) => channel),
      by_month: countBy(messages, ({ when }) => ('at' in when ? when.at.slice(0, 7) : '')),
    }).toEqual(
      pick(expected(), ['post_files', 'posts_with_reply_to', 'posts_with_reactions', 'by_category', 'by_month']),
    );
  });

  it('finds the messages answered and counts reactions', () => {
    const messages = ofType(real.facts, 'message');
    const ids = new Set(messages.map(({ externalId }) => externalId));
    const answers = messages.flatMap(({ repliesTo }) => repliesTo ?? []);
    expect(answers).toHaveLength(1007);
    expect(answers.filter((id) => ids.has(id)).length).toBeGreaterThan(1000);
    expect(new Set(ofType(real.facts, 'reaction').map(({ message }) => message)).size).toBe(648);
  });
});

function pick(object: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}
