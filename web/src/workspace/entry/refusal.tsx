import type { ReactNode } from 'react';
import type { Problem } from '#web/app/problem.ts';
import { useWords } from '#web/i18n/index.ts';

/** Why a form was refused, above it; read at once. */
export function Refusal({ words }: { readonly words: string }): ReactNode {
  return (
    <p role="alert" className="rounded-md bg-late-wash px-3 py-2 text-late">
      <span aria-hidden>! </span>
      {words}
    </p>
  );
}

/** The same from what the server said, or that it said nothing. */
export function ProblemRefusal({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const t = useWords();
  if (problem === undefined) return null;
  return <Refusal words={problem.detail === '' ? t('ui.error.unreachable') : problem.detail} />;
}
