import type { DuckDBConnection } from '@duckdb/node-api';
import { additionsOf } from './additions.ts';
import { append } from './appending.ts';
import type { CameMessage } from './came.ts';
import { LINE, messagesIn } from './came.ts';
import type { Collected } from './collect.ts';
import type { Known } from './known.ts';
import { lookUp } from './known.ts';
import type { Lines } from './lines.ts';
import { PLACES, ZONE } from './relations.ts';
import { runDuckdb } from './seam.ts';

/**
 * Adds messages that came for the first time, where nothing else came and they are few: what they lie in is looked up, what
 * follows is told here, and rows are appended. Handed to the engine as texts, the same takes two to three times
 * as long. Answers false where that cannot be: nothing was written then.
 */
export async function addStraight(connection: DuckDBConnection, collected: Collected): Promise<boolean> {
  const lines = messageLines(collected);
  if (lines === undefined) return false;
  const came = messagesIn(lines);
  const known = await lookUp(connection, came);
  const fresh = await freshOf(connection, came, known);
  const additions = fresh === undefined ? undefined : additionsOf(fresh, known);
  if (additions === undefined) return false;
  await append(connection, additions, known);
  return true;
}

/** About here both ways take the same time; beyond, the engine's own grows less. */
const FEW = 2000;

export const isFew = ({ rows, lines }: Lines): boolean => rows <= FEW && lines !== undefined;

/** Undefined: other things came as well, or more than is told here. */
function messageLines({ files, gone }: Collected): string | undefined {
  if (gone.some(({ ids }) => ids.length > 0)) return undefined;
  const [one, other] = files.filter(({ relation, rows }) => rows > 0 && relation !== PLACES && relation !== ZONE);
  if (one === undefined || other !== undefined || !isFew(one)) return undefined;
  return one.relation.name === 'plain_message' ? one.lines : undefined;
}

/**
 * Those the copy does not have, of places it has. Rows beside a running transaction come twice, and of an edited text
 * nothing is copied: what came as it is there is let go of. Undefined: one is another than the copy has.
 */
async function freshOf(
  connection: DuckDBConnection,
  came: readonly CameMessage[],
  { messages, spans }: Known,
): Promise<readonly CameMessage[] | undefined> {
  const here = came.filter(({ placeId }) => spans.has(placeId));
  const met = here.filter(({ id }) => messages.has(id));
  if (met.length > 0) {
    const rows = await runDuckdb(
      connection,
      `select ${LINE} as line from plain_message one where one.rowid in (select unnest($1::bigint[]))`,
      [met.map(({ id }) => String(messages.get(id)?.row))],
    );
    const lines = new Set(rows.map((row) => row['line']));
    if (met.some(({ line }) => !lines.has(line))) return undefined;
  }
  return here.filter(({ id }) => !messages.has(id));
}
