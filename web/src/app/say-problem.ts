import type { Translate } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';
import { Problem } from './problem.ts';

/** Says why an act was refused, in the words of the server; other errors are bugs and go on their way. */
export function sayProblem(error: unknown, t: Translate): void {
  if (!(error instanceof Problem)) throw error;
  say(error.status === 0 ? t('ui.error.unreachable') : error.detail, { tone: 'late' });
}
