import type { Language } from '#kernel/language.ts';
import { systemClock } from '#platform/clock/index.ts';
import { importPath } from '#community/imports/path/index.ts';
import { BY } from '#app/commands/asking.ts';
import { inSpace } from '#app/commands/command.ts';
import { EXIT, printJson, tell, tellRefusal } from '#app/commands/terminal.ts';

export interface ImportOptions {
  readonly place: string;
  readonly workspace?: string;
  readonly connector?: string;
  readonly language?: string;
  readonly option?: readonly string[];
  readonly json?: boolean;
}

type Run = Extract<Awaited<ReturnType<typeof importPath>>, { ok: true }>['value'];

const TELL_EVERY = 1_000;

/** Reads an export of this machine into a place, by the same course as the browser. Ctrl-C keeps what was read. */
export function importExport(path: string, options: ImportOptions): Promise<number> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  return inSpace(options.workspace, async (house, scope) => {
    const imported = await importPath(house.community.imports, {
      scope,
      by: BY,
      path,
      connector: options.connector,
      options: pairsOf(options.option),
      signal: stopping.signal,
      place: { name: options.place, language: languageOf(options.language) },
      onProgress: options.json === true ? undefined : progress(),
    });
    if (!imported.ok) return tellRefusal(imported.refusal);
    tellEnd(imported.value, options.json === true);
    return exitOf(imported.value);
  });
}

function languageOf(asked: string | undefined): Language | undefined {
  return asked === 'fr' || asked === 'en' ? asked : undefined;
}

/** `--option date=Date --option author=Auteur`: which column of a table says what. */
function pairsOf(pairs: readonly string[] | undefined): Record<string, string> | undefined {
  if (pairs === undefined) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

/** One line a second at most: what is read, and how far that is. */
function progress(): (run: Run) => void {
  let told = 0;
  return (run) => {
    const at = systemClock.now().getTime();
    if (at - told < TELL_EVERY) return;
    told = at;
    const percent = run.bytesTotal === 0 ? 0 : Math.floor((run.bytesDone / run.bytesTotal) * 100);
    tell('cli/import_progress', { read: run.counts.read, percent });
  };
}

function tellEnd(run: Run, asJson: boolean): void {
  if (asJson) {
    printJson({ id: run.id, state: run.state, counts: run.counts, refusal: run.refusal });
    return;
  }
  const { added, changed, unchanged, refused } = run.counts;
  if (run.refusal !== undefined) tell(run.refusal.code, run.refusal.details);
  tell('cli/import_done', { place: run.placeName, added, changed, unchanged, refused });
}

function exitOf(run: Run): number {
  if (run.state === 'cancelled') return EXIT.stopped;
  if (run.state === 'failed') return EXIT.refused;
  return run.state === 'cut_short' || run.counts.refused > 0 ? EXIT.problems : EXIT.done;
}
