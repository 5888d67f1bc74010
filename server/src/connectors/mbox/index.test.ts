import { readFileSync } from 'node:fs';
import { factsOf, filesOf, memoryFile, readExport } from '@passerelle/kit/conformance';
import type { Recording } from '@passerelle/kit/conformance';
import { beforeAll, describe, expect, it } from 'vitest';
import { describePromises } from '../../../../tools/testing/connector-promises.ts';
import { countBy, ofType, readShared } from '../../../../tools/testing/real-export.ts';
import type { RealReading } from '../../../../tools/testing/real-export.ts';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { mbox } from './index.ts';
import { MESSAGE_LIMIT } from './pieces.ts';
import { recordings } from './recordings/index.ts';

const [monthly, mime] = recordings as readonly [Recording, Recording];

async function read(text: string | Uint8Array, path = 'a.mbox') {
  const reading = await readExport(mbox.files!, [memoryFile(path, text)]);
  const facts = factsOf(mbox, reading.raws);
  return { ...reading, facts, messages: ofType(facts, 'message') };
}

function mail(headers: string, body = 'Bonjour'): string {
  return `From ada@example.org Mon Mar  1 09:00:00 2021\n${headers}\n\n${body}\n\n`;
}

describePromises(mbox, {
  recordings,
  // A mailbox cut between two messages looks like a whole one.
  cuts: 'untold',
  tokens: [
    'From ada@example.org Mon Mar  1 09:00:00 2021\n',
    'From: ada@example.org\n',
    'From: =?utf-8?B?//79?= <x@y>\n',
    'Date: Mon, 1 Mar 2021 10:00:00 +0100\n',
    'Date: 31 Feb 2021 99:00\n',
    'Message-ID: <a>\n',
    'References: <a> <b>\n',
    'Content-Type: multipart/mixed; boundary=b\n',
    'Content-Type: text/plain; charset=nowhere\n',
    '--b\n',
    '--b--\n',
    'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    '=E9=',
    '\n',
    '\n\n',
    '\0',
    '\u00ff',
    'x',
  ],
  encoding: 'latin1',
  broken: [[mime, 'herbier.mbox']],
});

describe('monthly files', () => {
  it('tells messages, their threads and whom they answer, whatever the order of files', async () => {
    const { raws, problems } = await readExport(mbox.files!, filesOf(monthly).reverse());
    const messages = ofType(factsOf(mbox, raws), 'message');
    const found = messages.map(({ externalId, thread, opens, repliesTo }) => [externalId, thread, opens, repliesTo]);

    expect(problems).toEqual([]);
    expect(found.slice(-2)).toEqual([
      ['a1@herbier.example', 'a1@herbier.example', true, undefined],
      ['a2@musee.example', 'a1@herbier.example', undefined, 'a1@herbier.example'],
    ]);
    expect(found.slice(0, 3)).toEqual([
      ['a3@serre.example', 'a1@herbier.example', undefined, 'a2@musee.example'],
      ['a4@herbier.example', 'a3@serre.example', undefined, 'a3@serre.example'],
      ['a5@musee.example', 'gone@elsewhere.example', undefined, 'gone2@elsewhere.example'],
    ]);
  });

  it('turns zones into UTC, and keeps the bare day where no zone is given', async () => {
    const { raws } = await readExport(mbox.files!, filesOf(monthly));

    expect(ofType(factsOf(mbox, raws), 'message').map(({ when }) => when)).toEqual([
      { at: '2021-03-01T09:00:00.000Z' },
      { at: '2021-03-02T08:30:00.000Z' },
      { at: '2021-04-01T12:00:00.000Z' },
      { at: '2021-04-02T07:00:00.000Z' },
      { at: '2021-04-03T09:00:00.000Z' },
      { day: '2021-04-04' },
    ]);
  });

  it('keeps a line of text that begins with From, quotes and signature', async () => {
    const { raws } = await readExport(mbox.files!, filesOf(monthly));
    const [first, second] = ofType(factsOf(mbox, raws), 'message');

    expect(first?.text).toBe('Bonjour,\nFrom now on labels are printed twice.\nFrom the old shelf only.\n\n--\nOdile');
    expect(second?.text).toBe('> Bonjour,\nTwice is fine.');
  });

  it('names people by their latest name, the list by its folder, the thread by its opening message', async () => {
    const facts = factsOf(mbox, (await readExport(mbox.files!, filesOf(monthly))).raws);

    expect(ofType(facts, 'person').map(({ externalId, handle, keyedBy }) => [externalId, handle, keyedBy])).toEqual([
      ['odile@herbier.example', 'Odile B.', 'id'],
      ['bo@musee.example', 'Bo Li', 'id'],
      ['zoe@serre.example', "Zoe N'Diaye", 'id'],
    ]);
    expect(ofType(facts, 'channel')).toEqual([{ type: 'channel', externalId: 'herbier-dev', name: 'herbier-dev' }]);
    expect(ofType(facts, 'thread')[0]).toMatchObject({
      externalId: 'a1@herbier.example',
      title: 'Étiquettes : quel format\u00A0?',
    });
  });
});

describe('mailboxes', () => {
  it('decodes parts and charsets, keeps HTML where nothing else is, leaves attached files out', async () => {
    const { raws, problems } = await readExport(mbox.files!, filesOf(mime));
    const messages = ofType(factsOf(mbox, raws), 'message');

    expect(problems).toEqual([]);
    expect(messages.map(({ text, format }) => [text, format])).toEqual([
      ['Voilà les photos de la fougère.', 'plain'],
      ['Très belles !', 'plain'],
      ['<p>Déjà vu.</p>', 'html'],
    ]);
    expect(messages.map(({ channel, by }) => [channel, by])).toEqual([
      ['iles.herbier.example', 'ana@iles.example'],
      ['iles.herbier.example', 'karim@quai.example'],
      ['iles.herbier.example', 'émile@quai.example'],
    ]);
    expect(ofType(factsOf(mbox, raws), 'person').map(({ handle }) => handle)).toEqual([
      'Tremblay, Ana',
      'Karim Haddad',
      'Émile',
    ]);
    expect(ofType(factsOf(mbox, raws), 'thread')[0]?.title).toBe('Photos');
  });

  it('tells what is wrong with a message, at its line, and keeps the others', async () => {
    const good = 'From: ada@example.org\nDate: Mon, 1 Mar 2021 10:00:00 +0100';
    const { problems, messages } = await read(
      mail(`${good}\nMessage-ID: <1@x>`) +
        mail('From: ada@example.org\nDate: one day\nMessage-ID: <2@x>') +
        mail('From: ada@example.org\nMessage-ID: <3@x>') +
        mail('From: Ada\nDate: Mon, 1 Mar 2021 10:00:00 +0100\nMessage-ID: <4@x>') +
        mail(`${good}\nMessage-ID: <5@x>`, 'a\0b') +
        mail(`${good}\nMessage-ID: <6@x>`, 'x'.repeat(MESSAGE_LIMIT)) +
        mail(`${good}\nMessage-ID: <7@x>`),
    );

    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['bad_date', 8],
      ['bad_date', 15],
      ['missing_field', 21],
      ['nul_character', 28],
      ['element_too_big', 35],
    ]);
    expect(messages.map(({ externalId }) => externalId)).toEqual(['1@x', '7@x']);
  });

  it('says that a file is cut, keeps the message, and lets the whole copy win', async () => {
    const whole = mail('From: ada@example.org\nDate: Mon, 1 Mar 2021 10:00:00 +0100\nMessage-ID: <1@x>', 'abc zzz');
    const cut = whole.slice(0, -6);
    const { problems, messages } = await read(cut);

    expect(problems).toMatchObject([{ code: 'cut_short', line: 1 }]);
    expect(messages.map(({ text }) => text)).toEqual(['abc']);
    for (const files of [
      [cut, whole],
      [whole, cut],
    ]) {
      const list = files.map((text, at) => memoryFile(`${at}.mbox`, text));
      const { raws } = await readExport(mbox.files!, list);
      expect(ofType(factsOf(mbox, raws), 'message').map(({ text }) => text)).toEqual(['abc zzz']);
    }
  });

  it('groups by subject, and makes up stable ids, only where a message names no id at all', async () => {
    const headers = (subject: string, day: number) =>
      `From: ada@example.org\nDate: ${day} Mar 2021 10:00:00 GMT\nSubject: ${subject}`;
    const { messages } = await read(
      mail(headers('Hello', 1)) + mail(headers('Re: hello', 2)) + mail(headers('Other', 3)),
    );

    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(3);
    expect(messages.map(({ opens }) => opens)).toEqual([true, undefined, true]);
    expect(messages[1]?.thread).toBe(messages[0]?.thread);
    expect(messages[2]?.thread).not.toBe(messages[0]?.thread);
  });

  it('is not slowed down by texts made to be slow', async () => {
    const signed = 'From: ada@example.org\nDate: Mon, 1 Mar 2021 10:00:00 +0100';
    const started = performance.now();
    const { messages } = await read(
      mail(`${signed}\nContent-Transfer-Encoding: quoted-printable`, `${' '.repeat(1_000_000)}x`) +
        mail(`${signed}\nSubject: ${'Re: '.repeat(500_000)}\nReferences: ${'<'.repeat(1_000_000)}`) +
        mail(`From:${' '.repeat(1_000_000)}ada@example.org\nDate: ${' '.repeat(1_000_000)}`) +
        mail(signed, `${'>'.repeat(1_000_000)}\n${'From a Mon '.repeat(200_000)}`),
    );

    expect(messages).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('says that a text file is no mailbox', async () => {
    expect((await read('Read me first.\n', 'README.txt')).problems).toMatchObject([{ code: 'unknown_file', line: 1 }]);
  });
});

describeShared('the real archive of a developers’ list', () => {
  let real: RealReading;
  let expected: Record<string, number | string>;
  beforeAll(async () => {
    real = await readShared(mbox, 'mbox-mapnik-devel', 'mbox.tar.gz');
    expected = JSON.parse(readFileSync(sharedPath('data', 'mbox-mapnik-devel', 'expected.json')!, 'utf8'));
  });

  it('gives the counted messages, authors and dates', () => {
    const messages = ofType(real.facts, 'message');
    const instants = messages.map(({ when }) => ('at' in when ? when.at.replace('.000', '') : '')).sort();

    // The count was made on « user at host » lines alone: it misses one message, the second of the last file, which
    // starts with a plain address.
    expect(messages).toHaveLength(Number(expected['messages']) + 1);
    expect(real.raws.filter(({ kind }) => kind === 'message')).toHaveLength(
      Number(expected['distinct_message_ids']) + 1,
    );
    expect(Object.keys(countBy(messages, ({ by }) => by))).toHaveLength(Number(expected['distinct_from_addresses']));
    expect(ofType(real.facts, 'person')).toHaveLength(Number(expected['distinct_from_addresses']));
    expect([instants[0], instants.at(-1)]).toEqual([expected['first'], expected['last']]);
    expect(real.problems).toEqual([]);
    expect(real.certainty).toBeGreaterThan(0.9);
  });

  it('finds whom messages answer', () => {
    const messages = ofType(real.facts, 'message');
    const ids = new Set(messages.map(({ externalId }) => externalId));
    const answers = messages.flatMap(({ repliesTo }) => repliesTo ?? []);

    expect(answers).toHaveLength(Number(expected['messages_with_in_reply_to_or_references']));
    expect(answers.filter((id) => ids.has(id))).toHaveLength(Number(expected['of_which_parent_found_in_archive']));
  });

  it('keeps nearly every answer in the thread of its parent', () => {
    const messages = ofType(real.facts, 'message');
    const threadOf = new Map(messages.map(({ externalId, thread }) => [externalId, thread]));
    const apart = messages.filter(({ repliesTo, thread }) => {
      const parent = repliesTo === undefined ? undefined : threadOf.get(repliesTo);
      return parent !== undefined && parent !== thread;
    });

    expect(apart).toHaveLength(7);
  });
});
