import type { ExportFile, Problem } from './contract.ts';
import { JSON_LIMITS, JsonScanner } from './json-scanner.ts';
import type { JsonEvent, JsonLimits } from './json-scanner.ts';
import { problemOf } from './problem.ts';
import { asciiCompatible } from './text.ts';

/** Bounds how many elements wait to be taken when a caller hands a whole file as one chunk. */
const STEP_BYTES = 64 * 1024;

export type JsonItem =
  | Exclude<JsonEvent, { readonly type: 'flaw' }>
  | { readonly type: 'problem'; readonly problem: Problem };

/**
 * Reads the elements of the arrays named by `paths` one after another without holding the file:
 * `[]` (the outermost array), `posts[]`, `threads[].comments[]`. Other fields of the objects around come with
 * `parents` and, complete, with a `parent` item when the object ends (also for an outermost object without any such
 * array). A cut file gives a last problem `cut_short` with its line; broken elements are problems and reading goes on.
 */
export async function* jsonElements(
  file: ExportFile,
  paths: readonly string[],
  limits: JsonLimits = JSON_LIMITS,
): AsyncIterable<JsonItem> {
  const scanner = new JsonScanner(paths, limits);
  for await (const chunk of asciiCompatible(file.bytes())) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      for (const event of scanner.write(chunk.subarray(at, at + STEP_BYTES))) yield itemOf(file.path, event);
    }
  }
  for (const event of scanner.end()) yield itemOf(file.path, event);
}

function itemOf(file: string, event: JsonEvent): JsonItem {
  return event.type === 'flaw' ? { type: 'problem', problem: problemOf(file, event.code, event) } : event;
}
