import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Scope } from '#kernel/scope.ts';

/** Who was erased, outside the base: a backup older than an erasure must not bring anybody back. */
export interface Ledger {
  /** Remembers tombstone marks; on the disk when it returns. */
  add(scope: Scope, marks: readonly Buffer[]): void;
  /** All marks of a workspace, in hexadecimal. */
  marksOf(scope: Scope): ReadonlySet<string>;
}

const Line = z.object({ workspace: z.uuid(), mark: z.string().regex(/^[0-9a-f]{64}$/) });

/** One line of JSON an erased account, in `erasures.ndjson` of the data folder. A line cut by a crash is passed over. */
export function openLedger(dataFolder: string): Ledger {
  const path = join(dataFolder, 'erasures.ndjson');
  return {
    add: (scope, marks) => {
      const file = openSync(path, 'a', 0o600);
      for (const mark of marks) {
        writeSync(file, `\n${JSON.stringify({ workspace: scope.workspaceId, mark: mark.toString('hex') })}`);
      }
      fsyncSync(file);
      closeSync(file);
    },
    marksOf: (scope) => {
      const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
      return new Set(
        lines
          .flatMap(lineOf)
          .filter((line) => line.workspace === scope.workspaceId)
          .map((line) => line.mark),
      );
    },
  };
}

function lineOf(text: string): z.output<typeof Line>[] {
  try {
    const line = Line.safeParse(JSON.parse(text));
    return line.success ? [line.data] : [];
  } catch {
    return [];
  }
}
