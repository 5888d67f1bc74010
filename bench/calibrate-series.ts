import { readFileSync } from 'node:fs';
import type { Connector, Fact } from '@passerelle/kit';
import { fileConnectors } from '#connectors/all.ts';
import { ofType, readShared } from '../tools/testing/real-export.ts';
import { sharedPath } from '../tools/testing/shared.ts';
import type { AuthorWeeks } from './calibrate-figures.ts';

/** Weekly counts of one community or channel, and where they come from. */
export interface Series {
  readonly source: 'vectors' | 'data';
  readonly weeks: readonly number[];
}

interface Archive {
  readonly connector: string;
  readonly set: string;
  readonly file: string;
  /** The first day (ISO) of something known to have happened: what follows is left out. */
  readonly until?: string;
}

const ARCHIVES: readonly Archive[] = [
  { connector: 'discourse-posts', set: 'discourse-delving-2022-2024', file: 'posts.tar.gz' },
  { connector: 'forum-json', set: 'forum-motion-twin-beta-fr', file: 'beta.json.gz' },
  // 495 of 525 rooms were closed that day.
  { connector: 'gitter-tsv', set: 'gitter-freecodecamp', file: 'archives.tar.gz', until: '2016-09-17' },
  { connector: 'mbox', set: 'mbox-mapnik-devel', file: 'mbox.tar.gz' },
  { connector: 'slack-export', set: 'slack-olake', file: 'export-runs.tar.gz' },
  { connector: 'zulip-archive', set: 'zulip-lean-small', file: 'zulip.tar.gz' },
];

const SHORTEST = 34;
const WEEK = 7 * 86_400_000;
/** A Monday. */
const ORIGIN = Date.UTC(1970, 0, 5);

/** The vectors' real series. */
export function vectorSeries(): readonly Series[] {
  const path = sharedPath('vectors', 'calibration-real.json');
  if (path === undefined) return [];
  const { series } = JSON.parse(readFileSync(path, 'utf8')) as { series: { y: number[] }[] };
  return series.map(({ y }) => ({ source: 'vectors', weeks: y }));
}

/** Real weeks, read as an import reads them. */
export interface RealWeeks {
  /** Messages and authors a week of each archive, and messages of each of its channels. */
  readonly series: readonly Series[];
  /** Who wrote, of each archive and of each of its channels. */
  readonly authors: readonly AuthorWeeks[];
}

export async function dataWeeks(): Promise<RealWeeks> {
  const [series, authors]: [Series[], AuthorWeeks[]] = [[], []];
  for (const archive of ARCHIVES) {
    const connector = fileConnectors.find(({ id }) => id === archive.connector);
    if (connector === undefined || sharedPath('data', archive.set, archive.file) === undefined) continue;
    const found = await weeksOf(connector, archive);
    series.push(...found.series);
    authors.push(...found.authors);
  }
  return { series, authors };
}

async function weeksOf(connector: Connector, { set, file, until = '9999' }: Archive): Promise<RealWeeks> {
  const { facts } = await readShared(connector, set, file);
  const messages = ofType(facts, 'message').filter((message) => dayOf(message) < until);
  const channels = Map.groupBy(messages, ({ channel }) => channel);
  const perAuthor = [...Map.groupBy(messages, (message) => `${weekOf(message)} ${message.by}`).values()];
  const firsts = perAuthor.flatMap((group) => group.slice(0, 1));
  const kept = channels.size > 1 ? [...channels.values()] : [];
  const series = [messages, firsts, ...kept]
    .map((group) => weekly(group.map(weekOf)))
    .filter((weeks) => weeks.length >= SHORTEST)
    .map((weeks) => ({ source: 'data', weeks }) as const);
  return { series, authors: [messages, ...kept].map(authorsOf).filter((weeks) => weeks.length >= SHORTEST) };
}

/** The first and the last week seen are not whole. */
function authorsOf(messages: readonly Message[]): AuthorWeeks {
  const weeks = Map.groupBy(messages, weekOf);
  const seen = [...weeks.keys()].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [seen[0], seen.at(-1)];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, n) => {
    return new Set((weeks.get(first + 1 + n) ?? []).flatMap(({ by }) => by ?? []));
  });
}

type Message = Extract<Fact, { readonly type: 'message' }>;

function dayOf({ when }: Message): string {
  return 'at' in when ? when.at.slice(0, 10) : when.day;
}

function weekOf(message: Message): number {
  return Math.floor((Date.parse(dayOf(message)) - ORIGIN) / WEEK);
}

/** Counts of whole weeks; the first and the last one seen are not. */
function weekly(weeks: readonly number[]): readonly number[] {
  const [first, last] = weeks.reduce(
    ([low, high], week) => [Math.min(low, week), Math.max(high, week)],
    [Infinity, -Infinity],
  );
  const counts = Array.from({ length: Math.max(0, last - first - 1) }, () => 0);
  for (const week of weeks)
    if (week > first && week < last) counts[week - first - 1] = (counts[week - first - 1] ?? 0) + 1;
  return counts;
}
