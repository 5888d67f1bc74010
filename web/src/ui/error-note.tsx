import type { ReactNode } from 'react';
import { Problem } from '#web/app/problem.ts';
import { useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { Button } from './button.tsx';

interface ErrorNoteProps {
  readonly error: unknown;
  /** Shown as a button; leave out when trying again cannot help. */
  readonly onRetry?: () => void;
}

/** What went wrong, in words, and the way out. The stable code is there for whoever asks for help. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps): ReactNode {
  const t = useWords();
  const { title, detail, code } = wordsOf(error, t);
  return (
    <div role="alert" className="grid gap-1.5 rounded-lg border border-late bg-late-wash px-3.5 py-3">
      <p className="font-semibold text-late">
        <span aria-hidden>! </span>
        {title}
      </p>
      {detail !== '' && <p>{detail}</p>}
      <div className="flex items-center gap-3">
        {onRetry !== undefined && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
        {code !== undefined && <small className="font-mono">{code}</small>}
      </div>
    </div>
  );
}

function wordsOf(error: unknown, t: Translate): { title: string; detail: string; code?: string } {
  if (!(error instanceof Problem)) return { title: t('ui.error.bug'), detail: t('ui.error.bug.detail') };
  if (error.status === 0) return { title: t('ui.error.unreachable'), detail: t('ui.error.unreachable.detail') };
  const known = { title: error.title, detail: error.detail, code: error.code };
  if (error.detail !== '') return error.title === '' ? { ...known, title: t('ui.error.refused') } : known;
  if (error.status === 403) return { ...known, title: t('ui.error.forbidden'), detail: t('ui.error.forbidden.detail') };
  if (error.status === 404) return { ...known, title: t('ui.error.absent'), detail: t('ui.error.absent.detail') };
  return { ...known, title: t('ui.error.server'), detail: t('ui.error.server.detail') };
}
