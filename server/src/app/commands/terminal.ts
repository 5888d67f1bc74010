import type { Language } from '#kernel/language.ts';
import { preferredLanguage } from '#kernel/language.ts';
import type { Refusal } from '#kernel/result.ts';
import { say } from '#platform/i18n/index.ts';

/** Exit codes of every command. */
export const EXIT = { done: 0, refused: 1, usage: 2, problems: 3, stopped: 130 } as const;

/** The language of the terminal. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  return preferredLanguage(
    (environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? 'fr').replace('_', '-'),
  );
}

/** Says a sentence of the command line, in the language of the terminal. */
export function tell(code: string, details: Readonly<Record<string, string | number>> = {}): void {
  printLine(say(terminalLanguage(), code, details));
}

/** Whoever reads may stop before the end (`| head`): the rest is said to nobody, and the command ends in order. */
export function letReadersLeave(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

export function printLine(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

/** One value on one line, for machines. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Says why nothing was done; answers the exit code. */
export function tellRefusal(refusal: Refusal): number {
  process.stderr.write(`${say(terminalLanguage(), refusal.code, refusal.details)}\n`);
  return EXIT.refused;
}

/** Words of strangers are shown, never obeyed: control characters could move the cursor or rename the window. */
function printable(line: string): string {
  return line.replaceAll(CONTROL, '\u{FFFD}');
}

const CONTROL = /(?!\n)\p{Cc}/gu;
