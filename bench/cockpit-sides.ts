import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type pg from 'pg';
import type { Scoped as Facts } from '#platform/projection/index.ts';
import { QUESTIONS, type Question } from './cockpit-queries.ts';
import { middle } from './report.ts';

export const SIDES = ['ours', 'plain_duckdb', 'rolled_postgres', 'indexed_postgres'] as const;
export type Side = (typeof SIDES)[number];

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Engines {
  readonly facts: Facts;
  readonly duckdb: DuckDBConnection;
  readonly postgres: pg.Client;
}

/** What each question took on each side, in milliseconds: the middle of its runs. */
export interface Times {
  readonly name: string;
  readonly sides: Readonly<Record<Side, number>>;
  readonly sliced: number;
  readonly limit: number;
}

const askDuckdb = async (connection: DuckDBConnection, text: string): Promise<Rows> =>
  (await connection.runAndReadAll(text)).getRowObjectsJson();

function asked(engines: Engines, question: Question, side: Side): Promise<Rows> {
  switch (side) {
    case 'ours':
      return engines.facts.query(question.ours(''), []);
    case 'plain_duckdb':
      return askDuckdb(engines.duckdb, question.plain);
    case 'rolled_postgres':
      return engines.postgres.query(question.rolled).then(({ rows }) => rows as Rows);
    case 'indexed_postgres':
      return engines.postgres.query(question.plain).then(({ rows }) => rows as Rows);
    default:
      return side satisfies never;
  }
}

/** Rows in one order and one spelling, so that engines that agree have the same. */
function hashOf(rows: Rows): string {
  const lines = rows.map((row) =>
    Object.keys(row)
      .sort()
      .map((key) => `${key}=${spelt(row[key])}`)
      .join(' '),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex').slice(0, 12);
}

const spelt = (value: unknown): string => {
  const number = Number(value);
  return value !== null && value !== '' && Number.isFinite(number)
    ? String(Math.round(number * 1000) / 1000)
    : String(value);
};

/**
 * Asks every side every question in turn, `rounds` times, so that whatever else the machine does falls on all alike.
 * PostgreSQL is asked twice at most. Throws where two sides do not give the same rows.
 */
export async function race(engines: Engines, cut: string, rounds: number): Promise<readonly Times[]> {
  const times: Times[] = [];
  for (const question of QUESTIONS) times.push(await raceOne(engines, question, cut, rounds));
  return times;
}

async function raceOne(engines: Engines, question: Question, cut: string, rounds: number): Promise<Times> {
  const taken = new Map<string, number[]>();
  const time = async (name: string, work: () => Promise<Rows>): Promise<Rows> => {
    const started = performance.now();
    const rows = await work();
    taken.set(name, [...(taken.get(name) ?? []), performance.now() - started]);
    return rows;
  };
  const hashes = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    for (const side of SIDES)
      if (round < 2 || !side.endsWith('postgres'))
        hashes.add(hashOf(await time(side, () => asked(engines, question, side))));
    await time('sliced', () => engines.facts.query(question.ours(cut), []));
    await time('limit', () => engines.facts.query(question.limit, []));
  }
  if (hashes.size > 1) throw new Error(`${question.name}: the sides do not give the same rows`);
  const of = (name: string): number => middle(taken.get(name) ?? []);
  const sides = {
    ours: of('ours'),
    plain_duckdb: of('plain_duckdb'),
    rolled_postgres: of('rolled_postgres'),
    indexed_postgres: of('indexed_postgres'),
  };
  return { name: question.name, sides, sliced: of('sliced'), limit: of('limit') };
}
