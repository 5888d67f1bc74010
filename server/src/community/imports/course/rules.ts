import type { ExportFile, FileImport, ImportOptions, ImportState, Piece, Problem } from '@passerelle/kit';
import type { RunCounts } from '#community/imports/runs/index.ts';
import type { Refusal } from '#kernel/result.ts';

export interface SizedFile {
  readonly path: string;
  readonly size: number;
}

/** Files the connector reads, smaller ranks first, those of one rank as they stand. */
export function filesToRead<File extends SizedFile>(files: FileImport, all: readonly File[]): readonly File[] {
  const ranked = all.flatMap((file) => {
    const rank = files.rank(file.path);
    return rank === undefined ? [] : [{ file, rank }];
  });
  return ranked.sort((left, right) => left.rank - right.rank).map(({ file }) => file);
}

export function bytesOf(files: readonly SizedFile[]): number {
  return files.reduce((sum, file) => sum + file.size, 0);
}

/** Streams the files one after the other, with the memory the connector keeps for this run. `read` is told of bytes. */
export async function* piecesOf(
  connector: FileImport,
  files: readonly ExportFile[],
  options: ImportOptions,
  read: (bytes: number) => void,
): AsyncIterable<Piece> {
  const state: ImportState = new Map();
  for (const file of files) {
    yield* connector.pieces({ path: file.path, bytes: () => counted(file.bytes(), read) }, state, options);
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, read: (bytes: number) => void): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    read(chunk.byteLength);
    yield chunk;
  }
}

export function sumOf(left: RunCounts, right: RunCounts): RunCounts {
  return {
    read: left.read + right.read,
    added: left.added + right.added,
    changed: left.changed + right.changed,
    unchanged: left.unchanged + right.unchanged,
    withheld: left.withheld + right.withheld,
    refused: left.refused + right.refused,
  };
}

/** Where the first file that ends in the middle breaks off; its beginning is kept. */
export function breakIn(problems: readonly Problem[]): Refusal | undefined {
  const cut = problems.find((problem) => problem.code === 'cut_short');
  if (cut === undefined) return undefined;
  return { code: 'import/cut_short', details: { file: cut.file.slice(-200), line: cut.line ?? 0 } };
}
