import type * as Library from '@duckdb/node-api';
import type * as Under from '@duckdb/node-bindings';

type Bindings = Omit<typeof Under, 'default'>;

let library: Promise<typeof Library> | undefined;
let bindings: Promise<Bindings> | undefined;

/** The engine's library, loaded at the first question to it: a start need not wait for it. */
export function duckdb(): Promise<typeof Library> {
  return (library ??= import('@duckdb/node-api'));
}

/** What lies under the library: it fills whole columns as they lie in memory, where the library sets value by value. */
export function duckdbBindings(): Promise<Bindings> {
  return (bindings ??= import('@duckdb/node-bindings').then((module) => module.default));
}
