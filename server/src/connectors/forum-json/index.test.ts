import { readFileSync } from 'node:fs';
import { factsOf, filesOf, memoryFile, readExport } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { forumJson } from './index.ts';
import { forum, recordings } from './recordings/index.ts';

const [recording] = recordings as readonly [Recording];

async function read(...contents: readonly unknown[]) {
  const list = contents.map((content, at) =>
    memoryFile(`essais-${at}.json`, typeof content === 'string' ? content : JSON.stringify(content, null, 1)),
  );
  const reading = await readExport(forumJson.files!, list);
  const facts = factsOf(forumJson, reading.raws);
  return { ...reading, facts, messages: ofType(facts, 'message') };
}

describePromises(forumJson, {
  recordings,
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"threads":',
    '"comments":',
    '"id":',
    '0',
    '501',
    '-1',
    '1e99',
    '"authorID":',
    '"deducedDate":',
    '"2021-02-30"',
    '"2021-02-28"',
    '"content":',
    '"\\ud800"',
    '"tid_user_1>a<"',
    '"states":',
    'null',
    '"loadTimestamp":',
    ' ',
  ],
  broken: [[recording, 'essais.json']],
});

describe('reading a forum', () => {
  it('tells messages in their order, days as days, what is hidden, and leaves HTML as it is', async () => {
    const { raws, problems } = await readExport(forumJson.files!, filesOf(recording));
    const messages = ofType(factsOf(forumJson, raws), 'message');

    expect(problems).toEqual([]);
    expect(
      messages.map((message) => [message.externalId, message.opens, message.position, message.by, message.hidden]),
    ).toEqual([
      ['501/0', true, 0, '7', undefined],
      ['501/1', undefined, 1, '9', undefined],
      ['501/2', undefined, 2, '8', true],
      ['502/0', true, 0, '9', undefined],
    ]);
    expect(messages[1]).toMatchObject({
      channel: 'essais',
      thread: '501',
      when: { day: '2021-03-02' },
      format: 'html',
    });
    expect(messages[1]?.text).toContain('<cite>Bonjour</cite>');
  });

  it('tells titles, tags and states of threads', async () => {
    const { raws } = await readExport(forumJson.files!, filesOf(recording));

    expect(ofType(factsOf(forumJson, raws), 'thread')).toEqual([
      {
        type: 'thread',
        externalId: '501',
        channel: 'essais',
        title: 'Étiquettes & bocaux',
        labels: ['Officiel', '▲', 'announce'],
        locked: true,
      },
      { type: 'thread', externalId: '502', channel: 'essais', title: 'Suggestions', locked: false },
    ]);
  });

  it('names members by the mentions others make, and makes nobody a member by a mention', async () => {
    const { raws } = await readExport(forumJson.files!, filesOf(recording));

    expect(ofType(factsOf(forumJson, raws), 'person').map(({ externalId, handle }) => [externalId, handle])).toEqual([
      ['7', 'Odile & co'],
      ['9', 'boli'],
      ['8', 'membre 8'],
    ]);
  });

  it('waits for the id of a thread that comes after its messages', async () => {
    const threads = forum.threads.map(({ comments, ...rest }) => ({ comments, ...rest }));
    const { messages, problems } = await read({ threads });

    expect(problems).toEqual([]);
    expect(messages.map(({ externalId }) => externalId)).toEqual(['501/0', '501/1', '501/2', '502/0']);
  });

  it('keeps the copy read last, whatever the order of files', async () => {
    const [first] = forum.threads;
    const [opener] = first!.comments;
    const later = {
      threads: [
        {
          ...first,
          title: 'Bocaux',
          comments: [{ ...opener, loadTimestamp: 1700000000000, content: '<p>Corrigé</p>' }],
        },
      ],
    };

    for (const contents of [
      [forum, later],
      [later, forum],
    ]) {
      const { facts, messages } = await read(...contents);
      expect(messages.find(({ externalId }) => externalId === '501/0')?.text).toBe('<p>Corrigé</p>');
      expect(ofType(facts, 'thread').find(({ externalId }) => externalId === '501')?.title).toBe('Bocaux');
    }
  });

  it('reads a file cut before its closing brackets up to the cut, and says so', async () => {
    const text = JSON.stringify(forum, null, 1);
    const { messages, problems, facts } = await read(text.slice(0, text.lastIndexOf('"commentsCount"')));

    expect(problems).toMatchObject([{ code: 'cut_short' }]);
    expect(messages).toHaveLength(4);
    expect(ofType(facts, 'thread')).toHaveLength(2);
  });

  it('is not slowed down by texts made to be slow', async () => {
    const content = `${'tid_user_1'.repeat(100_000)}${'&#1'.repeat(100_000)}`;
    const comments = [{ authorID: 1, id: 0, deducedDate: '2021-03-01', content }];
    const started = performance.now();

    expect((await read({ threads: [{ id: 1, title: content, comments }] })).messages).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('tells what is wrong with a message, at its line, and keeps the others', async () => {
    const good = { authorID: 1, id: 0, deducedDate: '2021-03-01', content: 'x' };
    const comments = [good, { ...good, id: 1, deducedDate: '2021-02-30' }, { ...good, id: 'a' }, 7, { ...good, id: 4 }];
    const { messages, problems } = await read({
      threads: [
        { id: 1, comments },
        { title: 'no id', comments: [good] },
      ],
    });

    expect(problems.map(({ code }) => code)).toEqual([
      'bad_date',
      'wrong_shape',
      'wrong_shape',
      'wrong_shape',
      'missing_field',
    ]);
    expect(problems.every(({ line }) => line !== undefined && line > 5)).toBe(true);
    expect(messages.map(({ externalId }) => externalId)).toEqual(['1/0', '1/4']);
  });
});

describeShared('the real archive of a beta-test forum', () => {
  let real: RealReading;
  let expected: Record<string, unknown>;
  beforeAll(async () => {
    real = await readShared(forumJson, 'forum-motion-twin-beta-fr', 'beta.json.gz');
    expected = JSON.parse(readFileSync(sharedPath('data', 'forum-motion-twin-beta-fr', 'expected.json')!, 'utf8'));
  });

  it('gives every figure that was counted', () => {
    const messages = ofType(real.facts, 'message');
    const threads = ofType(real.facts, 'thread');
    const days = messages.map(({ when }) => ('day' in when ? when.day : '')).sort();
    const words = messages.map(
      ({ text }) =>
        text
          .replace(/<[^>]+>/g, ' ')
          .split(/\s+/)
          .filter((word) => word !== '').length,
    );

    expect({
      messages: messages.length,
      threads: threads.length,
      authors: Object.keys(countBy(messages, ({ by }) => by)).length,
      first_day: days[0],
      last_day: days.at(-1),
      words: words.reduce((sum, count) => sum + count),
      messages_with_member_mention: messages.filter(({ text }) => text.includes('tid_user_')).length,
      messages_with_quote: messages.filter(({ text }) => text.includes('<cite')).length,
      by_year: countBy(days, (day) => day.slice(0, 4)),
      threads_flagged_adminAnnounce: threads.filter(({ labels }) => labels?.includes('adminAnnounce')).length,
      locked_threads: threads.filter(({ locked }) => locked).length,
    }).toEqual(expected);
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBe(1);
  });

  it('opens each thread once, hides what is hidden, and names members who wrote only', () => {
    const messages = ofType(real.facts, 'message');
    const people = ofType(real.facts, 'person');

    expect(messages.filter(({ opens }) => opens)).toHaveLength(25);
    expect(messages.filter(({ hidden }) => hidden)).toHaveLength(14);
    expect(people).toHaveLength(257);
    expect(people.filter(({ handle }) => !handle.startsWith('membre '))).toHaveLength(101);
  });
});
