import { readFileSync } from 'node:fs';
import type { ExportFile, ImportState } from '@passerelle/kit';
import { factsOf, filesOf, memoryFile, readExport } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { gitterTsv } from './index.ts';
import { recordings } from './recordings/index.ts';
import { Line } from './schema.ts';

const [rooms] = recordings as readonly [Recording];

async function read(...files: readonly (readonly [string, string | Uint8Array])[]) {
  const list = files.map(([path, text]) => memoryFile(path, text));
  const reading = await readExport(gitterTsv.files!, list);
  return { ...reading, messages: ofType(factsOf(gitterTsv, reading.raws), 'message') };
}

function row(id: string, text: string, at = '2021-03-01T09:00:00.000Z', end = '\n'): string {
  return `5a\tHerbier/jardin\t${at}\t6b\tboli\t${id}\t${text}${end}`;
}

describePromises(gitterTsv, {
  recordings,
  // A room cut between two lines looks like a whole one.
  cuts: 'untold',
  tokens: [
    '\t',
    '\n',
    '"',
    '""',
    '\r\n',
    '2021-03-01T09:00:00.000Z',
    '2021-02-30T09:00:00.000Z',
    'a',
    'Herbier/jardin',
    '\0',
    '\u00ff',
  ],
  encoding: 'latin1',
  broken: [[rooms, 'archives/jardin.tsv']],
});

describe('reading rooms', () => {
  it('tells messages once, people by their latest name, rooms by their last part, empty ones too', async () => {
    const { raws, copies, problems } = await readExport(gitterTsv.files!, filesOf(rooms));
    const facts = factsOf(gitterTsv, raws);

    expect(problems).toEqual([]);
    expect(copies).toBeGreaterThan(raws.length);
    expect(ofType(facts, 'message').map(({ externalId, text }) => [externalId.slice(-1), text])).toEqual([
      ['3', '@odile_b :seedling: thanks'],
      ['2', 'Two\tcolumns and a "word":\n\n```\nfern\n```'],
      ['1', ''],
      ['4', '=SUM(A1) says hello'],
      ['5', 'from a closed account'],
    ]);
    expect(ofType(facts, 'person').map(({ handle }) => handle)).toEqual(['boli', 'odile', 'removed-account']);
    expect(ofType(facts, 'channel').map(({ externalId, name }) => [externalId, name])).toEqual([
      ['Herbier/jardin', 'jardin'],
      ['Herbier/accueil', 'accueil'],
      ['serre', 'serre'],
    ]);
  });

  it('tells what is wrong with a line and keeps the others', async () => {
    const { problems, messages } = await read([
      'jardin.tsv',
      `${row('1', 'a')}two\tcells\n${row('2', 'b', '2021-02-30T09:00:00Z')}${row('', 'c')}${row('3', 'bad \0 mark')}${row('4', '"d\n"')}`,
    ]);

    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['wrong_shape', 2],
      ['bad_date', 3],
      ['missing_field', 4],
      ['nul_character', 5],
    ]);
    expect(messages.map(({ externalId }) => externalId)).toEqual(['1', '4']);
  });

  it('says at which line a file is cut inside quotes, and reads on after a quote left open', async () => {
    const cut = await read(['jardin.tsv', `${row('1', 'a')}${row('2', '"begins\nand goes on', undefined, '')}`]);
    expect(cut.problems).toMatchObject([{ code: 'cut_short', line: 2 }]);
    expect(cut.messages).toHaveLength(1);

    const open = await read(['jardin.tsv', `${row('1', '"a')}${row('2', 'b')}${row('3', 'c')}`]);
    expect(open.problems).toMatchObject([{ code: 'cut_short', line: 1 }]);
    expect(open.messages.map(({ externalId }) => externalId)).toEqual(['2', '3']);
  });

  it('keeps a last line without end, says so, and lets the whole copy win', async () => {
    const cut = ['a.tsv', row('1', 'abc', undefined, '')] as const;
    const whole = ['b.tsv', row('1', 'abc !')] as const;

    expect((await read(cut)).problems).toMatchObject([{ code: 'cut_short', line: 1 }]);
    for (const files of [
      [cut, whole],
      [whole, cut],
    ]) {
      expect((await read(...files)).messages.map(({ text }) => text)).toEqual(['abc !']);
    }
  });
});

describeShared('the real archive of 525 rooms', () => {
  interface Expected {
    readonly messages: number;
    readonly distinct_message_ids: number;
    readonly authors: number;
    readonly rooms: number;
    readonly first: string;
    readonly last: string;
    readonly largest_rooms: Readonly<Record<string, object>>;
    readonly french_rooms: Readonly<Record<string, object>>;
  }
  let real: RealReading;
  let expected: Expected;
  const rows: Record<string, number> = {};
  const counting = {
    ...gitterTsv,
    files: {
      ...gitterTsv.files!,
      async *pieces(file: ExportFile, state: ImportState) {
        for await (const piece of gitterTsv.files!.pieces(file, state, {})) {
          if (piece.type === 'raw' && piece.raw.kind === 'message') {
            const { room } = Line.parse(piece.raw.payload);
            rows[room] = (rows[room] ?? 0) + 1;
          }
          yield piece;
        }
      },
    },
  };
  beforeAll(async () => {
    real = await readShared(counting, 'gitter-freecodecamp', 'archives.tar.gz');
    expected = JSON.parse(readFileSync(sharedPath('data', 'gitter-freecodecamp', 'expected.json')!, 'utf8'));
  }, 120_000);

  it('gives the counted messages, copies, authors, rooms and dates', () => {
    const messages = ofType(real.facts, 'message');
    let [first, last] = ['9', '0'];
    for (const { when } of messages) {
      if (!('at' in when)) continue;
      if (when.at < first) first = when.at;
      if (when.at > last) last = when.at;
    }

    expect(messages).toHaveLength(expected.distinct_message_ids);
    expect(Object.values(rows).reduce((sum, count) => sum + count)).toBe(expected.messages);
    // Messages of closed accounts share one author, counted as one there too.
    expect(Object.keys(countBy(messages, ({ by }) => by))).toHaveLength(expected.authors);
    expect(ofType(real.facts, 'person')).toHaveLength(expected.authors);
    expect(ofType(real.facts, 'channel')).toHaveLength(expected.rooms);
    expect([first, last]).toEqual([expected.first, expected.last]);
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBe(1);
  });

  it('gives the counted lines and authors of the largest and of the French rooms', () => {
    const authors = new Map<string, Set<string>>();
    for (const { channel, by } of ofType(real.facts, 'message')) {
      authors.set(channel, (authors.get(channel) ?? new Set()).add(by));
    }
    const rooms = ofType(real.facts, 'channel').map(({ externalId, name }) => [
      name,
      { messages: rows[externalId], authors: authors.get(externalId)?.size },
    ]);

    expect(Object.fromEntries(rooms)).toMatchObject({ ...expected.largest_rooms, ...expected.french_rooms });
  });
});
