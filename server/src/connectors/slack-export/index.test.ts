import { readFileSync } from 'node:fs';
import { brokenReading } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises, factsIn } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { slackExport } from './index.ts';
import { madeAt, placeOf } from './layout.ts';
import { asMarkdown } from './markup.ts';
import { recordings } from './recordings/index.ts';

const [whole, runs] = recordings as readonly [Recording, Recording];
const DAY = 'general/2023-11-14.json';

describePromises(slackExport, {
  recordings,
  tokens: [
    '[',
    ']',
    '{',
    '}',
    ',',
    '"ts":"1.1"',
    '"ts":"99999999999.9"',
    '"user":"U1"',
    '"text":"<@U1|"',
    '"reactions":[{"name":"x","count":3}]',
    '"subtype":"tombstone"',
    '"thread_ts":"1.1"',
    '"edited":{"ts":"x"}',
  ],
  broken: [DAY, 'users.json', 'channels.json', 'groups.json'].map((path) => [whole, path] as const),
});

describe('reading an export of Slack', () => {
  it('tells messages, threads and who reacted; arrivals in a channel are no messages', async () => {
    const facts = await factsIn(slackExport, whole);
    expect(ofType(facts, 'message')).toEqual([
      {
        type: 'message',
        externalId: 'C0HALL:1700000100.000200',
        channel: 'C0HALL',
        thread: 'C0HALL:1700000100.000200',
        opens: true,
        by: 'U0BASS2',
        when: { at: '2023-11-14T22:15:00.000200Z' },
        text: 'Qui a la [partition *5*](https://partitions.example/a_b%281%29) de <Fauré> ? @Irène @here',
        format: 'markdown',
      },
      expect.objectContaining({
        by: 'U0ALTO1',
        editedAt: '2023-11-14T22:17:30.000000Z',
        text: '**Moi**, ~~pas~~ Tom : `a & b`',
      }),
      expect.objectContaining({ by: 'U0GUEST', thread: 'C0HALL:1700000100.000200' }),
      expect.objectContaining({ by: 'B0METRO', text: 'Répétition à 18 h' }),
      expect.objectContaining({ by: 'U0ALTO1', text: '`affiche.png`' }),
    ]);
    expect(ofType(facts, 'thread')).toEqual([
      { type: 'thread', externalId: 'C0HALL:1700000100.000200', channel: 'C0HALL' },
    ]);
    expect(ofType(facts, 'reaction').map(({ by, count }) => by ?? count)).toEqual(['U0ALTO1', 'U0MUTE3', 3]);
    expect(ofType(facts, 'removed')).toEqual([
      { type: 'removed', of: 'message', externalId: 'C0NOTES:1700090200.000100' },
    ]);
  });

  it('tells members who never wrote, the team, programs and guests', async () => {
    const facts = await factsIn(slackExport, whole);
    expect(
      ofType(facts, 'person').map(({ externalId, handle, displayName, email, role }) => [
        externalId,
        handle,
        displayName,
        email,
        role,
      ]),
    ).toEqual([
      ['USLACKBOT', 'slackbot', 'Slackbot', undefined, 'bot'],
      ['U0ALTO1', 'irene', 'Irène', 'irene@choeur.example', 'staff'],
      ['U0BASS2', 'tom', 'Tom Ode', undefined, undefined],
      ['U0MUTE3', 'silvia', 'Silvia Noé', undefined, undefined],
      ['U0GUEST', 'ana', 'Ana Lys', undefined, undefined],
      ['B0METRO', 'Métronome', undefined, undefined, 'bot'],
    ]);
  });

  it('leaves private channels and conversations, also when their list is broken', async () => {
    const facts = await factsIn(slackExport, whole);
    expect(JSON.stringify(facts)).not.toContain('secret');
    const { raws } = await brokenReading(slackExport, whole, 'groups.json', Buffer.from('[{'));
    expect(JSON.stringify(raws)).not.toContain('secret');
  });

  it('lets the newest run win, through renamed channels, and reads folders no list names', async () => {
    const facts = await factsIn(slackExport, runs);
    expect(ofType(facts, 'message').map(({ externalId, opens }) => [externalId, opens])).toEqual([
      ['C0HALL:1700000100.000200', true],
      ['C0HALL:1700000200.000300', undefined],
      ['nouveau:1700090100.000100', undefined],
    ]);
    expect(ofType(facts, 'channel').map(({ name }) => name)).toEqual(['general', 'partitions', 'nouveau']);
  });

  it('knows when an export was made by its folder', () => {
    expect(madeAt('x/run-2026-08-07T13:47:36')).toBe('2026-08-07T13:47:36');
    expect(madeAt('run-2026-08-07T13-47-36')).toBe('2026-08-07T13:47:36');
    expect(madeAt('Chœur Slack export May 1 2024 - Jun 1 2024')).toBe('2024-06-01');
    expect(madeAt('')).toBeUndefined();
    expect(placeOf('a/b/general/2024-01-02.json')).toEqual({ type: 'day', folder: 'general', root: 'a/b' });
    expect(placeOf('integration_logs.json')).toBeUndefined();
  });

  it.each([
    ['<https://a.example>', '<https://a.example>'],
    ['<http://a.example|a.example>', '<http://a.example>'],
    ['<mailto:x@a.example|x@a.example>', 'x@a.example'],
    ['<#C1|salon> <!subteam^S1|@basses> <!channel> <!date^1^{date}|hier>', '#salon @basses @channel hier'],
    ['<@U9> et <@U8|léa>', '@U9 et @léa'],
    ['• un\n◦ deux', '- un\n- deux'],
    ['&gt; cité', '> cité'],
    ['2*3*4 et _a_', '2*3*4 et _a_'],
    ['```a *b* <http://c.example|c.example>\nd```', '\n```\na *b* c.example\nd\n```\n'],
    ['<https://a.example|x]y>', String.raw`[x\]y](https://a.example)`],
  ])('writes %j as Markdown', (text, markdown) => {
    expect(asMarkdown(text, () => undefined)).toBe(markdown);
  });

  it('says what is wrong with an entry and keeps the others', async () => {
    const good = { type: 'message', user: 'U1', text: 'x', ts: '1700000000.000100' };
    const entries = [
      good,
      { ...good, ts: undefined },
      { ...good, ts: 12 },
      { ...good, user: undefined },
      'x',
      { ...good, ts: '1700000001.000100' },
    ];
    const { problems, raws } = await brokenReading(slackExport, whole, DAY, Buffer.from(JSON.stringify(entries)));
    expect(problems.map(({ code }) => code)).toEqual(['missing_field', 'wrong_shape', 'missing_field', 'wrong_shape']);
    expect(raws.filter(({ kind }) => kind === 'message')).toHaveLength(5);
  });
});

describeShared('the real exports of a community, seventy runs', () => {
  const expected = (): Record<string, unknown> =>
    JSON.parse(readFileSync(sharedPath('data', 'slack-olake', 'expected.json')!, 'utf8'));
  const copies: string[] = [];
  let real: RealReading;
  beforeAll(async () => {
    real = await readShared(slackExport, 'slack-olake', 'export-runs.tar.gz', ({ kind, externalId }) => {
      if (kind === 'message') copies.push(externalId);
    });
  });

  it('gives each message once and everything as counted', () => {
    const messages = ofType(real.facts, 'message');
    const names = new Map(ofType(real.facts, 'channel').map(({ externalId, name }) => [externalId, name]));
    const instants = messages.flatMap(({ when }) => ('at' in when ? [`${when.at.slice(0, 19)}Z`] : [])).sort();
    expect({
      export_runs: 70,
      message_records_in_all_runs: copies.length,
      distinct_messages_channel_ts: messages.length,
      authors: new Set(messages.map(({ by }) => by)).size,
      members_in_users_json: ofType(real.facts, 'person').length,
      channels: countBy(messages, ({ channel }) => names.get(channel) ?? ''),
      thread_roots: messages.filter(({ opens }) => opens === true).length,
      replies: messages.filter(({ thread, opens }) => thread !== undefined && opens !== true).length,
      with_reactions: new Set(ofType(real.facts, 'reaction').map(({ message }) => message)).size,
      first: instants[0],
      last: instants.at(-1),
    }).toEqual(expected());
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBe(1);
    expect(ofType(real.facts, 'thread')).toHaveLength(37);
  });

  it('leaves none of its own marks in texts', () => {
    const texts = ofType(real.facts, 'message').map(({ text }) => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, ''));
    expect(texts.filter((text) => /<@U|<!|&lt;|&amp;|\uE000/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.trim() === '').length).toBeLessThan(15);
  });
});
