import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector, Fact, FactType, FileImport, Raw } from '@passerelle/kit';
import { factsOf, readExport } from '@passerelle/kit/conformance';
import type { Reading } from '@passerelle/kit/conformance';
import { openExport } from '#platform/archives/index.ts';
import { sharedPath } from './shared.ts';

export interface RealReading extends Reading {
  readonly facts: readonly Fact[];
  /** How surely the connector recognises it. */
  readonly certainty: number;
}

/**
 * Reads an archive of the shared data through the same door as an import: unpacked, ranked, copies merged. `onCopy`
 * sees each raw before copies are merged.
 */
export async function readShared(
  connector: Connector,
  set: string,
  archive: string,
  onCopy?: (raw: Raw) => void,
): Promise<RealReading> {
  const path = sharedPath('data', set, archive);
  const { files } = connector;
  if (path === undefined || files === undefined) throw new Error(`${connector.id} cannot read ${set}/${archive}`);
  const spool = await mkdtemp(join(tmpdir(), 'passerelle-real-'));
  try {
    const opened = await openExport(path, { spool });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { value } = opened;
    const paths = value.files.map((file) => file.path);
    const reading = await readExport(
      onCopy === undefined ? files : watched(files, onCopy),
      paths.map((name) => value.open(name)),
    );
    const certainty = files.recognise(paths, (name) => value.head(name));
    return { ...reading, facts: factsOf(connector, reading.raws), certainty };
  } finally {
    await rm(spool, { recursive: true });
  }
}

function watched(files: FileImport, onCopy: (raw: Raw) => void): FileImport {
  return {
    ...files,
    async *pieces(file, state, options) {
      for await (const piece of files.pieces(file, state, options)) {
        if (piece.type === 'raw') onCopy(piece.raw);
        yield piece;
      }
    },
  };
}

export function ofType<Type extends FactType>(
  facts: readonly Fact[],
  type: Type,
): Extract<Fact, { readonly type: Type }>[] {
  return facts.filter((fact): fact is Extract<Fact, { readonly type: Type }> => fact.type === type);
}

/** How many of each, by a key. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
