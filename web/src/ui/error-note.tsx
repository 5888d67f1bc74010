import type { ReactNode } from 'react';
import { mayRetry, Problem } from '#web/app/problem.ts';
import { useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { Button } from './button.tsx';

interface ErrorNoteProps {
  readonly error: unknown;
  /** Shown as a button where trying again may help: what the server refuses once, it refuses again. */
  readonly onRetry?: () => void;
  /** Another way out. */
  readonly children?: ReactNode;
}

/** What went wrong, in words, and the way out. A refusal says all in its sentence; a failure has a code to ask for help with. */
export function ErrorNote({ error, onRetry, children }: ErrorNoteProps): ReactNode {
  const t = useWords();
  const { title, detail, code } = wordsOf(error, t);
  return (
    <div role="alert" className="grid gap-1.5 rounded-lg border border-late bg-late-wash px-3.5 py-3">
      <p className="font-semibold text-late">
        <span aria-hidden>! </span>
        {title}
      </p>
      {detail !== '' && <p>{detail}</p>}
      <div className="flex items-center gap-3 empty:hidden">
        {onRetry !== undefined && mayHelp(error) && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
        {children}
        {code !== undefined && <small className="font-mono">{code}</small>}
      </div>
    </div>
  );
}

/** A bug of the page may be gone at the next try too. */
function mayHelp(error: unknown): boolean {
  return !(error instanceof Problem) || mayRetry(error);
}

function wordsOf(error: unknown, t: Translate): { title: string; detail: string; code?: string } {
  if (!(error instanceof Problem)) return { title: t('ui.error.bug'), detail: t('ui.error.bug.detail') };
  if (error.status === 0) return { title: t('ui.error.unreachable'), detail: t('ui.error.unreachable.detail') };
  const code = error.status >= 500 ? { code: error.code } : {};
  const known = { title: error.title, detail: error.detail, ...code };
  if (error.detail !== '') return error.title === '' ? { ...known, title: t('ui.error.refused') } : known;
  if (error.status === 403) return { ...known, title: t('ui.error.forbidden'), detail: t('ui.error.forbidden.detail') };
  if (error.status === 404) return { ...known, title: t('ui.error.absent'), detail: t('ui.error.absent.detail') };
  return { ...known, title: t('ui.error.server'), detail: t('ui.error.server.detail') };
}
