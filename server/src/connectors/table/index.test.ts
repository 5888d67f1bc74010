import { factsOf, memoryFile, readExport } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import { describe, expect, it } from 'vitest';
import { describePromises, factsIn } from '../../../../tools/testing/connector-promises.ts';
import { ofType } from '../../../../tools/testing/real-export.ts';
import { table } from './index.ts';
import { recordings } from './recordings/index.ts';

const [french, lines, english] = recordings as readonly [Recording, Recording, Recording];

async function read(text: string | Uint8Array, options: Record<string, string> = {}, path = 'a.csv') {
  const reading = await readExport(table.files!, [memoryFile(path, text)], options);
  const facts = factsOf(table, reading.raws, options);
  return { ...reading, facts, messages: ofType(facts, 'message') };
}

function look(text: string | Uint8Array, path = 'a.csv') {
  return table.files!.preview!(memoryFile(path, text));
}

describePromises(table, {
  recordings,
  // A table cut between two rows looks like a whole one.
  cuts: 'untold',
  tokens: [
    'date,author,text\n',
    '2021-03-01',
    '31/12/2021 10:00',
    '7 mars 2012',
    '1e99',
    '9999999999999',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '{',
    '}',
    '"a":',
    '[',
    ']',
    '1',
    '\\ud800',
    'sep=;',
    '\0',
    '\u00ff',
    '\uFEFF',
  ],
  broken: [english, lines].map((recording) => [recording, Object.keys(recording.files)[0] ?? ''] as const),
  alsoOn: async (path, bytes) => table.files?.preview?.(memoryFile(path, bytes)),
});

describe('reading tables', () => {
  it('reads a spreadsheet in an older encoding, quoted cells and formulas as text', async () => {
    const facts = await factsIn(table, french);

    expect(
      ofType(facts, 'message').map(({ externalId, by, when, text, thread }) => [externalId, by, when, text, thread]),
    ).toEqual([
      [
        '1',
        'odile@herbier.example',
        { at: '2021-03-13T08:00:00.000Z' },
        'Bonjour,\nquel "format" ; A5 ?',
        'Serre/Étiquettes',
      ],
      ['2', 'bo@musee.example', { at: '2021-03-13T09:30:00.000Z' }, 'A6', 'Serre/Étiquettes'],
      ['3', 'odile@herbier.example', { day: '2021-03-04' }, '=SOMME(A1:A9)', 'Accueil/Étiquettes'],
      ['4', 'Bo Li', { at: '2021-03-05T07:00:00.000Z' }, '@bonjour', 'Accueil/Bienvenue'],
    ]);
    expect(ofType(facts, 'person').map(({ handle, email, keyedBy }) => [handle, email, keyedBy])).toEqual([
      ['Odile Bélanger', 'odile@herbier.example', 'id'],
      ['Bo Li', 'bo@musee.example', 'id'],
      ['Bo Li', undefined, 'name'],
    ]);
    expect(ofType(facts, 'channel').map(({ name }) => name)).toEqual(['Serre', 'Accueil']);
  });

  it('takes the language a column tells, however it is written', async () => {
    const rows = ['fr-CA', 'English', 'fra', 'Deutsch', 'ca', '?', ''].map(
      (tongue, n) => `2021-03-0${n + 1},ada,Oui,${tongue}`,
    );
    const { messages } = await read(`date,author,text,langue\n${rows.join('\n')}\n`);
    expect(messages.map(({ language }) => language)).toEqual(['fr', 'en', 'fr', 'de', 'ca', undefined, undefined]);
    const asText = await read(
      'date,author,text,langue\n2021-03-01,ada,Oui,bien écrite\n2021-03-02,ada,Non,mal écrite\n',
    );
    expect(asText.messages.map(({ language }) => language)).toEqual([undefined, undefined]);
  });

  it('reads JSON Lines with inner objects, threads and answers, columns guessed', async () => {
    const messages = ofType(await factsIn(table, lines), 'message');

    expect(
      messages.map(({ externalId, by, thread, opens, repliesTo, url }) => [
        externalId,
        by,
        thread,
        opens,
        repliesTo,
        url,
      ]),
    ).toEqual([
      ['m1', 'odile', 'm1', true, undefined, undefined],
      ['m2', 'boli', 'm1', undefined, 'm1', undefined],
      ['m3', 'boli', undefined, undefined, undefined, 'https://herbier.example/m3'],
    ]);
    expect(messages[0]).toMatchObject({ when: { at: '2021-03-01T09:00:00.000Z' }, channel: 'export' });
  });

  it('gives rows without id a stable one: the same row counts once, a second reading writes nothing', async () => {
    const messages = ofType(await factsIn(table, english), 'message');

    expect(messages.map(({ when, text }) => [when, text])).toEqual([
      [{ at: '2021-03-25T16:30:00.000Z' }, 'Hello'],
      [{ day: '2021-03-04' }, 'Again, hello'],
    ]);
    expect(messages.map(({ externalId }) => externalId)).toEqual(
      ofType(await factsIn(table, english), 'message').map(({ externalId }) => externalId),
    );
  });

  it.each([
    ['2021-03-04T16:30:00Z', { at: '2021-03-04T16:30:00.000Z' }],
    ['2021-03-04T16:30:00.250+02:00', { at: '2021-03-04T14:30:00.000Z' }],
    ['2021-03-04 16:30', { at: '2021-03-04T15:30:00.000Z' }],
    ['04/03/2021 16:30', { at: '2021-03-04T15:30:00.000Z' }],
    ['04/03/21', { day: '2021-03-04' }],
    ['4.3.2021', { day: '2021-03-04' }],
    ['2021-03-04', { day: '2021-03-04' }],
    ['Le 4 mars 2021', { day: '2021-03-04' }],
    ['1er août 2021 à 9h05', { at: '2021-08-01T07:05:00.000Z' }],
    ['jeudi 4 février 2021, 10:00', { at: '2021-02-04T09:00:00.000Z' }],
    ['March 4, 2021 4:30 PM', { at: '2021-03-04T15:30:00.000Z' }],
    ['1614870000', { at: '2021-03-04T15:00:00.000Z' }],
    ['1614870000123', { at: '2021-03-04T15:00:00.123Z' }],
    ['2021-03-28 02:30', { at: '2021-03-28T01:30:00.000Z' }],
    ['2021-10-31 02:30', { at: '2021-10-31T00:30:00.000Z' }],
  ])('reads the date %s', async (date, when) => {
    const options = { date: 'date', author: 'author', text: 'text', dateFormat: 'dmy', zone: 'Europe/Paris' };

    expect((await read(`date,author,text\n"${date}",ada,x\n`, options)).messages[0]?.when).toEqual(when);
  });

  it('tells rows it cannot read, with line and reason, and keeps the others', async () => {
    const { problems, messages } = await read(
      'date,author,text\n2021-03-04,ada,ok\nsoon,ada,x\n2021-02-30,ada,x\n,ada,x\n2021-03-04,,x\n2021-03-04,ada\n2021-03-04,ada,a,b\n,,\n2021-03-05,ada,"open\n2021-03-06,ada,last\n',
      { date: 'date', author: 'author', text: 'text' },
    );

    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['bad_date', 3],
      ['bad_date', 4],
      ['missing_field', 5],
      ['missing_field', 6],
      ['wrong_shape', 7],
      ['wrong_shape', 8],
      ['cut_short', 10],
    ]);
    expect(messages.map(({ text }) => text)).toEqual(['ok', 'last']);
  });

  it('takes no side between 3 April and 4 March: such rows are told until a person says', async () => {
    const text = 'date,author,text\n03/04/2021,ada,x\n';

    expect((await read(text)).problems).toMatchObject([{ code: 'bad_date', line: 2 }]);
    expect((await read(text, { dateFormat: 'mdy' })).messages[0]?.when).toEqual({ day: '2021-03-04' });
    expect((await read(text, { dateFormat: 'dmy' })).messages[0]?.when).toEqual({ day: '2021-04-03' });
  });

  it('refuses two columns of one name, a mapping to no column, and a file that is no table', async () => {
    expect((await read('date,text,text\n2021-03-04,a,b\n')).problems).toMatchObject([
      { code: 'duplicate_header', excerpt: 'text' },
    ]);
    expect((await read('date,author,text\n', { date: 'jour', author: 'author' })).problems).toMatchObject([
      { code: 'missing_field', excerpt: 'jour, text' },
    ]);
    expect((await read('one line of words\nand another\n')).problems).toMatchObject([{ code: 'unknown_file' }]);
  });

  it('gives no link that is not one, and no more columns than five hundred', async () => {
    const { messages } = await read('date,author,text,url\n2021-03-04,ada,x,javascript:alert(1)\n', {
      date: 'date',
      author: 'author',
      text: 'text',
      url: 'url',
    });
    expect(messages[0]?.url).toBeUndefined();

    const wide = Array.from({ length: 501 }, (_, at) => `c${at}`).join(',');
    expect((await read(`${wide}\n${wide}\n`)).problems.every(({ code }) => code !== 'bad_date')).toBe(true);
  });
});

it('is not slowed down by texts made to be slow', async () => {
  const long = ['a'.repeat(900_000), `${'a '.repeat(300_000)}1`, 'Re: '.repeat(200_000), `x@${'.'.repeat(500_000)}`];
  const text = `date,author,title,email,text\n${long.map((cell) => `2021-03-04,ada,${cell},,x\n2021-03-04,ada,,${cell},x\n`).join('')}`;
  const started = performance.now();
  const { messages } = await read(text, {
    date: 'date',
    author: 'author',
    title: 'title',
    email: 'email',
    text: 'text',
  });
  await look(text);

  // Rows that differ in a useless address only, or in « Re: » alone, are one message without thread.
  expect(messages).toHaveLength(long.length);
  expect(performance.now() - started).toBeLessThan(10_000);
});

describe('previewing tables', () => {
  it('shows the first rows and guesses what columns mean, in French', async () => {
    const { columns, rows, guess, fields } = await look(french.files['messages.csv'] as Uint8Array);

    expect(columns).toEqual(['Date de publication', 'Auteur', 'Courriel', 'Rubrique', 'Sujet', 'Message', 'N°']);
    expect(rows[0]).toEqual([
      '13/03/2021 09:00',
      'Odile Bélanger',
      'odile@herbier.example',
      'Serre',
      'Étiquettes',
      'Bonjour,\nquel "format" ; A5 ?',
      '1',
    ]);
    expect(guess).toEqual({
      date: 'Date de publication',
      author: 'Auteur',
      email: 'Courriel',
      channel: 'Rubrique',
      title: 'Sujet',
      text: 'Message',
      id: 'N°',
      dateFormat: 'dmy',
      zone: 'UTC',
    });
    expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(['date', 'author', 'text']);
  });

  it.each([
    ['date,author,text\n2021-03-04,ada,x', ','],
    ['date;author;text\n2021-03-04;ada;"x, y, z"\n2021-03-04;ada;x, y', ';'],
    ['date\tauthor\ttext\n2021-03-04\tada\tx;y', '\t'],
    ['date|author|text\n2021-03-04|ada|x, y, z', '|'],
    ['\uFEFFdate,author,text\r\n2021-03-04,ada,x\r\n', ','],
  ])('finds the delimiter of %j', async (text) => {
    expect((await look(text)).columns).toEqual(['date', 'author', 'text']);
  });

  it('asks where the sample leaves day and month in doubt', async () => {
    expect((await look('date,author,text\n03/04/2021,ada,x\n')).guess).toMatchObject({ dateFormat: 'ask' });
    expect((await look('date,author,text\n03/04/2021,ada,x\n12/31/2021,ada,x\n')).guess).toMatchObject({
      dateFormat: 'mdy',
    });
    expect((await look('date,author,text\n2021-03-04,ada,x\n')).guess).toEqual({
      date: 'date',
      author: 'author',
      text: 'text',
      dateFormat: 'auto',
    });
  });

  it('reads by contents what no name tells, a first row of data included', async () => {
    const { columns, guess } = await look(
      '2021-03-04,ada,Is anybody there today?\n2021-03-05,bo,Yes I am here all day\n2021-03-06,ada,Good to know\n',
    );

    expect(columns).toEqual(['#1', '#2', '#3']);
    expect(guess).toMatchObject({ date: '#1', author: '#2', text: '#3' });
  });

  it('guesses nothing for two columns of one name, and twenty rows are enough', async () => {
    expect((await look('date,text,text\n2021-03-04,a,b\n')).guess).toEqual({});
    expect((await look(`date,author,text\n${'2021-03-04,ada,x\n'.repeat(100)}`)).rows).toHaveLength(20);
  });
});
