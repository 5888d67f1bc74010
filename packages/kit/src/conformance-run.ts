import type {
  ExportFile,
  Fact,
  FileImport,
  ImportOptions,
  ImportState,
  Piece,
  Problem,
  Raw,
  Connector,
} from './contract.ts';
import { winnerOf } from './merge.ts';

/** A small made-up export: path inside the export to content. */
export interface Recording {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly options?: ImportOptions;
}

export interface Reading {
  /** One raw of each kind and id: the winner of all copies, in the order they first came. */
  readonly raws: readonly Raw[];
  /** Raws before merging. */
  readonly copies: number;
  readonly problems: readonly Problem[];
}

export interface Check {
  readonly name: string;
  /** Throws an `Error` that says which promise is broken. */
  run(): Promise<void>;
}

const HEAD_BYTES = 4096;

export function memoryFile(path: string, content: string | Uint8Array, chunkBytes = 64 * 1024): ExportFile {
  const bytes = bytesOf(content);
  async function* chunks(): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes);
  }
  return { path, bytes: chunks };
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

export function filesOf(recording: Recording, chunkBytes?: number): ExportFile[] {
  return Object.entries(recording.files).map(([path, content]) => memoryFile(path, content, chunkBytes));
}

export function certainty(files: FileImport, recording: Recording): number {
  return files.recognise(Object.keys(recording.files), (path) => {
    const content = recording.files[path];
    return content === undefined ? undefined : new TextDecoder().decode(bytesOf(content).subarray(0, HEAD_BYTES));
  });
}

/** Files in the order of their ranks; within a rank as they stand; those without rank left out. */
export function inRankOrder<File extends { readonly path: string }>(files: FileImport, list: readonly File[]): File[] {
  const ranked = list.flatMap((file) => {
    const rank = files.rank(file.path);
    return rank === undefined ? [] : [{ file, rank }];
  });
  return ranked.sort((left, right) => left.rank - right.rank).map(({ file }) => file);
}

/** Streams a whole export as the host does: one state for the run, files by rank. */
export async function* exportPieces(
  files: FileImport,
  list: readonly ExportFile[],
  options: ImportOptions = {},
): AsyncIterable<Piece> {
  const state: ImportState = new Map();
  for (const file of inRankOrder(files, list)) yield* files.pieces(file, state, options);
}

/** Reads a whole (small) export into memory, copies merged. */
export async function readExport(
  files: FileImport,
  list: readonly ExportFile[],
  options: ImportOptions = {},
): Promise<Reading> {
  const kept = new Map<string, Raw>();
  const problems: Problem[] = [];
  let copies = 0;
  for await (const piece of exportPieces(files, list, options)) {
    if (piece.type === 'problem') {
      problems.push(piece.problem);
      continue;
    }
    const key = JSON.stringify([piece.raw.kind, piece.raw.externalId]);
    const known = kept.get(key);
    kept.set(key, known === undefined ? piece.raw : winnerOf(known, piece.raw));
    copies += 1;
  }
  return { raws: [...kept.values()], copies, problems };
}

export function factsOf(connector: Connector, raws: readonly Raw[], options: ImportOptions = {}): Fact[] {
  return raws.flatMap((raw) => connector.read(raw, options));
}

/** What makes two facts the same fact. */
export function factKey(fact: Fact): string {
  if (fact.type === 'reaction') return JSON.stringify([fact.type, fact.message, fact.emoji, fact.by ?? '']);
  if (fact.type === 'removed') return JSON.stringify([fact.type, fact.of, fact.externalId]);
  return JSON.stringify([fact.type, fact.externalId]);
}
