import { readFileSync } from 'node:fs';
import { brokenReading, factsOf, filesOf, readExport } from '@passerelle/kit/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { zulipArchive } from './index.ts';
import { homeOf, unescaped } from './names.ts';
import { recordings } from './recordings/index.ts';

describePromises(zulipArchive, {
  recordings,
  tokens: [
    '[',
    ']',
    '{',
    '}',
    ',',
    '"id":',
    '12',
    '1e99',
    '-1',
    '"sender_full_name":"x"',
    '"timestamp":',
    '"content":"\\ud800"',
    ' ',
  ],
  broken: recordings.slice(0, 1).map((recording) => [recording, 'zulip_json/77-annonces/bienvenue.json'] as const),
});

describe('reading a Zulip archive', () => {
  it('decodes names of streams and topics', () => {
    expect(homeOf('zulip_json/412-jardin-partag.C3.A9/.23semis.20.26.20boutures.json')).toEqual({
      stream: { id: '412', name: 'jardin-partagé' },
      topic: '#semis & boutures',
    });
    expect(homeOf('a/sans numéro/x.json')?.stream).toEqual({ id: 'sans numéro', name: 'sans numéro' });
    expect(homeOf('x.json')).toBeUndefined();
    expect(unescaped('.FF.20v1.2')).toBe('.FF.20v1.2');
  });

  it('tells messages with their topic, order, quotes and edits; people by name only', async () => {
    const { raws } = await readExport(zulipArchive.files!, filesOf(recordings[0]!));
    const facts = factsOf(zulipArchive, raws);
    const messages = ofType(facts, 'message');
    expect(messages.map((message) => message.externalId)).toEqual(['9001', '9002', '9003', '12', '13']);
    expect(messages[1]).toMatchObject({
      channel: '412',
      thread: '412/#semis & boutures',
      by: 'Zoé N’Diaye',
      when: { at: '2023-11-14T22:13:20.000Z' },
      position: 9002,
      format: 'html',
      repliesTo: '9001',
      editedAt: '2023-11-14T22:18:20.000Z',
    });
    expect(messages.filter((message) => message.opens === true)).toHaveLength(3);
    expect(ofType(facts, 'thread').map((thread) => thread.title)).toEqual([
      '#semis & boutures',
      'Réunion.',
      'bienvenue',
      'vide',
    ]);
    expect(ofType(facts, 'person').every((person) => person.keyedBy === 'name')).toBe(true);
  });

  it('tells what is wrong with a message and keeps the others', async () => {
    const path = 'zulip_json/77-annonces/bienvenue.json';
    const good = { id: 1, sender_full_name: 'Bo Li', timestamp: 1600000000, content: 'x' };
    const entries = [
      good,
      { ...good, id: 2, timestamp: 1e12 },
      { ...good, id: 3, content: undefined },
      { ...good, id: 'x' },
      7,
      { ...good, id: 4 },
    ];
    const { problems, raws } = await brokenReading(
      zulipArchive,
      recordings[0]!,
      path,
      Buffer.from(JSON.stringify(entries)),
    );
    expect(problems.map((problem) => problem.code)).toEqual([
      'bad_date',
      'missing_field',
      'wrong_shape',
      'wrong_shape',
    ]);
    expect(raws.filter((raw) => raw.kind === 'message').map((raw) => raw.externalId)).toEqual([
      '9001',
      '9002',
      '9003',
      '1',
      '4',
    ]);
  });
});

describeShared('the real archive of two streams', () => {
  let real: RealReading;
  beforeAll(async () => {
    real = await readShared(zulipArchive, 'zulip-lean-small', 'zulip.tar.gz');
  });

  it('gives the counted messages, topics, names and dates', () => {
    const expected: unknown = JSON.parse(
      readFileSync(sharedPath('data', 'zulip-lean-small', 'expected.json')!, 'utf8'),
    );
    const messages = ofType(real.facts, 'message');
    const found = Object.fromEntries(
      ofType(real.facts, 'channel').map((channel) => {
        const here = messages.filter((message) => message.channel === channel.externalId);
        const instants = here
          .map((message) => ('at' in message.when ? message.when.at.replace('.000', '') : ''))
          .sort();
        const topics = Object.keys(countBy(here, (message) => message.thread ?? ''));
        const authors = Object.keys(countBy(here, (message) => message.by));
        const figures = {
          messages: here.length,
          topics: topics.length,
          authors_by_display_name: authors.length,
          first: instants[0],
          last: instants.at(-1),
        };
        return [`${channel.externalId}-${channel.name}`, figures];
      }),
    );
    expect(found).toEqual(expected);
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBe(1);
  });

  it('opens each topic once and finds quoted messages', () => {
    const messages = ofType(real.facts, 'message');
    expect(messages.filter((message) => message.opens === true)).toHaveLength(358);
    const ids = new Set(messages.map((message) => message.externalId));
    const answers = messages.flatMap((message) => message.repliesTo ?? []);
    expect(answers.filter((id) => ids.has(id)).length).toBeGreaterThan(answers.length * 0.5);
  });
});
