import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Commands } from '../../../tools/testing/commands.ts';
import { Installation } from '../../../tools/testing/installation.ts';
import { freshDatabase } from '../../../tools/testing/database.ts';
import { describeShared, sharedPath } from '../../../tools/testing/shared.ts';

/** Some commands are processes of their own, some open a server: a machine that does other things takes its time. */
const PATIENCE = 300_000;

const Counted = z.object({
  counts: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() }),
});
const Member = z.object({ id: z.string(), name: z.string(), messages: z.number() });
const Members = z.object({ total: z.number(), items: z.array(Member) });
const Total = z.object({ total: z.number() });
const Panel = z.object({
  items: z.array(z.object({ figure: z.object({ id: z.string() }), value: z.looseObject({ state: z.string() }) })),
});

const commands = new Commands();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-commandes-é '));
});
afterAll(async () => {
  await commands[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A second installation with the secret of the first, given a backup of it. */
async function restored(from: Installation): Promise<Installation> {
  const file = join(folder, 'sauvegarde.tar.gz');
  await from.must('backup', file);
  const to = new Installation(join(folder, 'restauré'), commands);
  await mkdir(to.folder);
  await copyFile(join(from.folder, 'secret'), join(to.folder, 'secret'));
  expect(await to.must('restore', file)).toContain('Restauré');
  return to;
}

async function figureStates(home: Installation): Promise<Record<string, Panel['items'][number]['value']>> {
  const { items } = await home.json(Panel, 'figures');
  return Object.fromEntries(items.map(({ figure, value }) => [figure.id, value]));
}
type Panel = z.output<typeof Panel>;

const CSV = `date,author,text,thread,id
2026-01-05,Lou Garance,Le tablier du pont est réparé,Chantier,1
2026-01-06,Basile Ferrand,Merci @Lou Garance pour la réparation du pont,Chantier,2
2026-01-07,Lou Garance,Une péniche passe dessous ce soir,Chantier,3
2026-01-08,Inès Delorme,Quelle peniche exactement ?,Péniches,4
`;

describe('the command line on a made-up table', () => {
  test('goes from an empty base to figures and an erasure', { timeout: PATIENCE }, async () => {
    await using base = await freshDatabase();
    const home = new Installation(join(folder, 'table'), commands, { DATABASE_URL: base.url });
    const file = join(folder, 'forum.csv');
    await writeFile(file, CSV);

    const early = await home.runAlone(['members']);
    expect(early).toMatchObject({ code: 1, said: '' });
    expect(early.complained).toContain('aucun espace');
    expect(await home.addFirst()).toMatchObject({ code: 0, complained: '' });
    const second = await home.addFirst();
    expect(second.code).toBe(1);
    expect(second.complained).toContain('déjà des personnes');

    const columns = ['--option', 'date=date', 'author=author', 'text=text', 'thread=thread', 'id=id'];
    const read = ['import', file, '--place', 'Forum', '--connector', 'table', '--language', 'fr', ...columns];
    expect((await home.json(Counted, ...read)).counts.refused).toBe(0);
    expect((await home.json(Counted, ...read)).counts).toMatchObject({ added: 0, changed: 0 });

    expect(await home.must('search', 'péniche')).toMatch(/«\u00A0péniche\u00A0»[^]*2 messages/);
    expect((await home.json(Total, 'search', 'peniche')).total).toBe(2);
    expect((await home.run(['search', 'pont', '--place', 'Nulle part'])).complained).toContain('Nulle part');
    const told = await home.must('figures', '--place', 'forum');
    expect(told).toContain('indisponible');
    const unread = home.start(['figures']);
    unread.stdout.destroy();
    expect(await once(unread, 'close')).toEqual([0, null]);
    // The table tells days only: no delay is made up from them.
    expect(told).toMatch(/Délai de première réponse.*pas l’heure/u);

    const lou = (await home.json(Members, 'members', '--q', 'Garance')).items[0];
    const taken = join(folder, 'lou.json');
    await home.must('export', lou?.id ?? '', taken);
    expect(JSON.parse(await readFile(taken, 'utf8'))).toMatchObject({ name: 'Lou Garance', messages: [{}, {}] });
    expect((await stat(taken)).mode & 0o077).toBe(0);
    expect(await home.run(['erase', lou?.id ?? '', '--name', 'lou'])).toMatchObject({ code: 1, said: '' });
    expect(await home.must('erase', lou?.id ?? '', '--name', 'Lou Garance')).toContain('Effacé');
    expect((await home.json(Total, 'search', 'Garance')).total).toBe(0);
    expect((await home.json(Counted, ...read)).counts).toMatchObject({ added: 0 });
    const names = (await home.json(Members, 'members')).items.map(({ name }) => name);
    expect(names).toContain('Basile Ferrand');
    expect(names).not.toContain('Lou Garance');
  });

  test('says what holds the data folder, in both languages, and what to do', { timeout: PATIENCE }, async () => {
    const home = new Installation(join(folder, 'tenu'), commands);
    const server = home.start(['serve']);
    try {
      for await (const line of createInterface({ input: server.stdout })) if (line.includes('127.0.0.1')) break;
      const held = await home.run(['members']);
      expect(held).toMatchObject({ code: 1, said: '' });
      expect(held.complained).toContain('Arrêtez-le');
      expect((await home.run(['figures'], { language: 'en_GB.UTF-8' })).complained).toContain(
        'held by a running server',
      );
    } finally {
      server.kill('SIGTERM');
      await once(server, 'close');
    }
  });

  test('refuses what it does not understand before it opens anything', async () => {
    const home = new Installation(join(folder, 'jamais'), commands);
    expect((await home.run(['erase', 'someone'])).code).toBe(2);
    expect((await home.runAlone(['dance'])).code).toBe(2);
    expect(await home.runAlone(['--help'])).toMatchObject({ code: 0, said: expect.stringContaining('Commandes') });
    await expect(stat(home.folder)).rejects.toThrow('ENOENT');
  });
});

describeShared('the command line on a real forum', () => {
  test('reads it, finds in it, forgets a person, and stands after a restore', { timeout: PATIENCE }, async () => {
    const set = sharedPath('data', 'forum-motion-twin-beta-fr') ?? '';
    const wanted = z
      .object({ messages: z.number(), threads: z.number(), authors: z.number() })
      .parse(JSON.parse(await readFile(join(set, 'expected.json'), 'utf8')));
    // On a server of databases, from which it is restored into the embedded one.
    await using base = await freshDatabase();
    const home = new Installation(join(folder, 'forum'), commands, { DATABASE_URL: base.url });
    await home.addFirst();
    const read = ['import', join(set, 'beta.json.gz'), '--place', 'Forum', '--language', 'fr'];
    const first = await home.json(Counted, ...read);
    // What is new of it: the messages, threads and accounts the set is known to hold, and one channel.
    const added = wanted.messages + wanted.threads + wanted.authors + 1;
    expect(first.counts).toMatchObject({ added, refused: 0 });

    const states = await figureStates(home);
    expect(states['first_response_time']).toEqual({ state: 'unavailable', reason: 'no_hours' });
    expect(Object.values(states).some(({ state }) => state === 'value')).toBe(true);

    const { items, total } = await home.json(Members, 'members', '--order', 'messages', '--limit', '200');
    expect(total).toBe(wanted.authors);
    const chosen = items.find(({ name, messages }) => messages > 20 && /^\p{L}{8,}$/u.test(name));
    if (chosen === undefined) throw new Error('The set has nobody to erase.');
    await home.must('erase', chosen.id, '--name', chosen.name);
    expect(await found(home, chosen.name)).toBe(0);
    expect(await home.must('verify')).toContain('aucune différence');

    const again = await restored(home);
    expect(await found(again, chosen.name)).toBe(0);
    expect(await figureStates(again)).toEqual(states);
  });

  const found = async (home: Installation, name: string): Promise<number> =>
    (await home.json(Total, 'search', name)).total;
});
