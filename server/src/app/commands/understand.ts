import { askReading, readTexts } from '#community/understanding/readings/index.ts';
import { progressOf } from '#community/understanding/readings/lookup.ts';
import { themesOf } from '#community/understanding/themes/lookup.ts';
import { systemClock } from '#platform/clock/index.ts';
import { inSpace } from '#app/commands/command.ts';
import { EXIT, printJson, printLine, tell, terminalLanguage } from '#app/commands/terminal.ts';

export interface UnderstandOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

const TELL_EVERY = 1_000;

/** Reads all texts again, here and now: themes, tones, questions. Corrections stay. Prints the themes. */
export function understand(options: UnderstandOptions): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return inSpace(options.workspace, async ({ database, community }, scope) => {
    await database.inScope(scope, askReading);
    const run = { signal: stopping.signal, ...(options.json === true ? {} : { onProgress: progress() }) };
    try {
      await readTexts(community.understanding, scope, run);
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
      return EXIT.stopped;
    }
    const language = terminalLanguage();
    const themes = await database.inScope(scope, (db) => themesOf(db));
    const told = await database.inScope(scope, progressOf);
    const named = themes.map(({ id, nameFr, nameEn, written }) => ({
      id,
      name: language === 'fr' ? nameFr : nameEn,
      words: written,
    }));
    if (options.json === true) printJson({ read: told?.total ?? 0, themes: named });
    else {
      for (const { name } of named) printLine(name);
      tell('cli/understood', { read: told?.total ?? 0, themes: named.length });
    }
    return EXIT.done;
  });
}

/** One line a second at most. */
function progress(): (at: { readonly step: string | null; readonly read: number; readonly total: number }) => void {
  let told = 0;
  return ({ step, read, total }) => {
    const now = systemClock.now().getTime();
    if (now - told < TELL_EVERY) return;
    told = now;
    tell(step === 'reading' ? 'cli/understand_reading' : 'cli/understand_listening', { read, total });
  };
}
