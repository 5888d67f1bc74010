import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@passerelle/kit';
import { factsOf, readExport } from '@passerelle/kit/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileConnectors, recogniseExport } from '#connectors/all.ts';
import { openExport } from '#platform/archives/index.ts';
import { ofType } from '../../../../tools/testing/real-export.ts';
import { dayAfter, startOfDay } from './calendar.ts';
import { createDemoFiles, generateDemo } from './index.ts';
import type { Demo, DemoFiles } from './index.ts';
import type { Message, Thread } from './model.ts';

const SEED = 7;
const UNTIL = '2026-03-17';

let folder: string;
let files: DemoFiles;
let demo: Demo;
const read = new Map<
  string,
  { readonly facts: readonly Fact[]; readonly recognised: string; readonly problems: number }
>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-demo-'));
  demo = generateDemo({ seed: SEED, until: UNTIL });
  files = await createDemoFiles({ seed: SEED, until: UNTIL, folder: join(folder, 'one') });
  for (const { connector: id, path } of files.places) read.set(id, await readPlace(id, path));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function readPlace(id: string, path: string) {
  const connector = fileConnectors.find((each) => each.id === id);
  const opened = await openExport(path, { spool: join(folder, `spool-${id}`) });
  if (connector?.files === undefined || !opened.ok) throw new Error(`${id} does not read ${path}`);
  const { value } = opened;
  const paths = value.files.map((file) => file.path);
  const { raws, problems } = await readExport(
    connector.files,
    paths.map((name) => value.open(name)),
  );
  const recognised = recogniseExport(paths, (name) => value.head(name))?.id ?? '';
  return { facts: factsOf(connector, raws), recognised, problems: problems.length };
}

function factsIn(id: string): readonly Fact[] {
  return read.get(id)?.facts ?? [];
}

const IDS = ['discourse-posts', 'slack-export', 'mbox'] as const;
const allFacts = (): Fact[] => IDS.flatMap((id) => factsIn(id));

describe('the made-up exports', () => {
  it.each(IDS)('%s knows its own and reads it without a problem', (id) => {
    expect(read.get(id)).toMatchObject({ recognised: id, problems: 0 });
  });

  it('hold every message of the generator, in threads as they were', () => {
    const messages = demo.threads.reduce((sum, thread) => sum + thread.messages.length, 0);
    expect(ofType(allFacts(), 'message')).toHaveLength(messages);
    const threaded = demo.threads.filter(
      ({ place, threaded, messages: said }) => place !== 'chat' || (threaded && said.length > 1),
    );
    expect(ofType(allFacts(), 'thread')).toHaveLength(threaded.length);
  });

  it('are of the size of a real community', () => {
    const messages = ofType(allFacts(), 'message');
    expect(messages.length).toBeGreaterThan(7_000);
    expect(messages.length).toBeLessThan(9_000);
    expect(demo.people.length).toBeGreaterThan(230);
    expect(demo.people.length).toBeLessThan(260);
  });

  it('span eighteen months and end with the day that was asked', () => {
    const days = ofType(allFacts(), 'message')
      .map(({ when }) => ('at' in when ? when.at : when.day))
      .sort();
    const end = new Date(startOfDay(dayAfter(UNTIL, 1))).toISOString();
    expect(days[0]?.slice(0, 7)).toBe('2024-09');
    expect(days.at(-1)! < end).toBe(true);
    expect(days.at(-1)! > new Date(startOfDay(dayAfter(UNTIL, -1))).toISOString()).toBe(true);
  });

  it('tell who is of the team, the programs and the members who never wrote', () => {
    const people = IDS.flatMap((id) => ofType(factsIn(id), 'person').map((person) => ({ id, ...person })));
    const named = (role: string, id: string) =>
      people.filter((person) => person.role === role && person.id === id).length;
    expect([named('staff', 'discourse-posts'), named('staff', 'slack-export')]).toEqual([5, 5]);
    expect([named('bot', 'discourse-posts'), named('bot', 'slack-export')]).toEqual([1, 1]);
    const team = new Set(
      people.filter(({ email }) => email?.endsWith(`@${files.staffDomain}`)).map(({ email }) => email),
    );
    expect(team.size).toBe(6);
    const authors = new Set(ofType(factsIn('slack-export'), 'message').map(({ by }) => by));
    const silent = ofType(factsIn('slack-export'), 'person').filter(({ externalId }) => !authors.has(externalId));
    expect(silent.length).toBeGreaterThanOrEqual(files.truth.silent);
  });

  it('hold hidden posts, tags, closed topics, reactions and named categories', () => {
    const forum = factsIn('discourse-posts');
    expect(ofType(forum, 'message').filter(({ hidden }) => hidden === true)).toHaveLength(7);
    expect(ofType(forum, 'thread').filter(({ labels }) => labels?.includes('résolu') === true).length).toBeGreaterThan(
      100,
    );
    expect(ofType(forum, 'thread').some(({ locked }) => locked === true)).toBe(true);
    expect(ofType(forum, 'channel').map(({ name }) => name)).toContain('Entraide technique');
    expect(ofType(forum, 'reaction').length).toBeGreaterThan(1_000);
    expect(ofType(factsIn('slack-export'), 'reaction').length).toBeGreaterThan(500);
  });

  it('are written without a word that a slot or a choice left behind', () => {
    const texts = ofType(allFacts(), 'message').map(({ text }) => text);
    expect(texts.filter((text) => text.trim() === '' || /^\p{Pd}+$/u.test(text.trim()))).toEqual([]);
    expect(texts.filter((text) => /[{}]|<\w+>|=>|\[\w+\||^\((?:trouble|calm)|\bundefined\b/.test(text))).toEqual([]);
  });
});

describe('the made-up community', () => {
  it('is the same to the byte for the same seed, and another for another', async () => {
    const again = join(folder, 'again');
    await createDemoFiles({ seed: SEED, until: UNTIL, folder: again });
    expect(await digestOf(again)).toBe(await digestOf(join(folder, 'one')));
    expect(generateDemo({ seed: SEED + 1, until: UNTIL }).threads[5]).not.toEqual(demo.threads[5]);
  });

  it.each([1, 2])('keeps its size whatever the seed (%i)', (seed) => {
    const { threads } = generateDemo({ seed, until: dayAfter(UNTIL, seed * 97) });
    const messages = threads.reduce((sum, thread) => sum + thread.messages.length, 0);
    expect(messages).toBeGreaterThan(7_000);
    expect(messages).toBeLessThan(9_200);
  });

  it('says nothing twice in a row', () => {
    const echoes = demo.threads.filter(({ messages }) =>
      messages.some(({ text }, nth) => text === messages[nth - 1]?.text),
    );
    expect(echoes).toEqual([]);
  });

  it('talks in time order, French first and English too', () => {
    for (const { messages } of demo.threads) {
      expect(messages.map(({ at }) => at)).toEqual(messages.map(({ at }) => at).sort((one, other) => one - other));
    }
    const english = demo.threads.filter(({ language }) => language === 'en').length / demo.threads.length;
    expect(english).toBeGreaterThan(0.08);
    expect(english).toBeLessThan(0.3);
  });

  it('leaves questions without answer, more of them in English, and solves many', () => {
    const questions = settled(demo);
    const silent = (threads: readonly Thread[]) =>
      threads.filter((thread) => firstAnswer(thread) === undefined).length / threads.length;
    expect(silent(questions)).toBeGreaterThan(0.08);
    expect(silent(questions)).toBeLessThan(0.25);
    expect(silent(questions.filter(({ language }) => language === 'en'))).toBeGreaterThan(
      silent(questions.filter(({ language }) => language === 'fr')),
    );
  });

  it('has accounts of one person that look alike, and namesakes who are two', () => {
    const { onePerson, namesakes } = demo.truth;
    for (const by of ['email', 'handle', 'name'])
      expect(onePerson.filter((pair) => pair.by === by).length).toBeGreaterThan(1);
    expect(namesakes.map(({ by }) => by).sort()).toEqual(['handle', 'name', 'name', 'name']);
  });

  it('speaks of the cold in winter and of the recall for some weeks only', () => {
    const about = (label: string) => demo.threads.filter(({ labels }) => labels.includes(label));
    const monthOf = ({ messages }: Thread) => new Date(messages[0]?.at ?? 0).getUTCMonth();
    expect(about('batterie').filter((thread) => monthOf(thread) > 3 && monthOf(thread) < 9).length).toBeLessThan(
      about('batterie').length / 4,
    );
    const { startsOn, endsOn } = demo.truth.recall;
    const recalled = about('rappel-freins').map(({ messages }) => messages[0]?.at ?? 0);
    expect(recalled.length).toBeGreaterThan(10);
    expect(recalled.every((at) => at >= startOfDay(startsOn) - 1 && at <= startOfDay(endsOn) + 3_600_000)).toBe(true);
  });
});

describe('what the campaigns did', () => {
  const startsAt = () => startOfDay(demo.truth.campaign.startsOn);
  const shareBetween = (made: Demo, from: number, until: number): number => {
    const answers = made.threads
      .filter(({ kind, messages }) => (kind === 'question' || kind === 'introduction') && within(messages, from, until))
      .flatMap((thread) => firstAnswer(thread) ?? []);
    return answers.filter(({ by }) => by.temper !== 'staff').length / answers.length;
  };

  it('can be found again: with and without the effect, the figure differs by it from its first week on', () => {
    const without = generateDemo({ seed: SEED, until: UNTIL, effect: 0 });
    const { effect } = demo.truth.campaign;
    expect(effect).toBe(0.24);
    expect(shareBetween(demo, 0, startsAt())).toBe(shareBetween(without, 0, startsAt()));
    const gained = shareBetween(demo, startsAt(), Infinity) - shareBetween(without, startsAt(), Infinity);
    expect(Math.abs(gained - effect)).toBeLessThan(0.1);
  });

  it('is nothing at the sham', () => {
    const shamAt = startOfDay(demo.truth.sham.startsOn);
    const before = shareBetween(demo, shamAt - 16 * 7 * 86_400_000, shamAt);
    expect(demo.truth.sham.effect).toBe(0);
    expect(Math.abs(shareBetween(demo, shamAt, startsAt()) - before)).toBeLessThan(0.14);
  });

  it('begins on Mondays', () => {
    for (const { startsOn } of [demo.truth.campaign, demo.truth.sham])
      expect(new Date(`${startsOn}T12:00:00Z`).getUTCDay()).toBe(1);
  });
});

function settled({ threads }: Demo): readonly Thread[] {
  const recent = startOfDay(dayAfter(UNTIL, -14));
  return threads.filter(({ kind, messages }) => kind === 'question' && within(messages, 0, recent));
}

function within(messages: readonly Message[], from: number, until: number): boolean {
  const at = messages[0]?.at ?? 0;
  return at >= from && at < until;
}

function firstAnswer({ messages }: Thread): Message | undefined {
  return messages.find(({ by }) => by !== messages[0]?.by);
}

async function digestOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex');
}
