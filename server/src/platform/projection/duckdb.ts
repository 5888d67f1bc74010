import type * as Library from '@duckdb/node-api';

type Duckdb = typeof Library;

let loaded: Promise<Duckdb> | undefined;

/** The engine's library, loaded at the first question to it: a start need not wait for it. */
export function duckdb(): Promise<Duckdb> {
  return (loaded ??= import('@duckdb/node-api'));
}
