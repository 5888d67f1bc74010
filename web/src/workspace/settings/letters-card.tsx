import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#web/app/api.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { ChooseLetters, LettersView } from '#workspace/letters/wire.ts';

/** Whether letters leave this installation, and whether the reader wants the weekly one. */
export function LettersCard(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const letters = useQuery({
    queryKey: [space.slug, 'letters'],
    queryFn: ({ signal }) => api.get<LettersView>('/letters', { signal }),
  });
  return (
    <Card title={t('settings.letters')}>
      {letters.isPending && <Skeleton />}
      {letters.isError && <ErrorNote error={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.data !== undefined && <Letters letters={letters.data} />}
    </Card>
  );
}

function Letters({ letters: { from, failed, digest } }: { readonly letters: LettersView }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const { space } = useHere();
  const { busy, problem, run } = useAct();
  const choose = (wanted: boolean): void =>
    run(async () => {
      await api.patch('/letters', { digest: wanted } satisfies ChooseLetters);
      await queries.invalidateQueries({ queryKey: [space.slug, 'letters'] });
      say(t('settings.saved'));
    });
  return (
    <div className="grid gap-2">
      <ProblemRefusal problem={problem} />
      <p className="text-soft">{from === null ? t('settings.letters.off') : t('settings.letters.from', { from })}</p>
      {failed > 0 && <p className="text-late">{t('settings.letters.failed', { n: failed })}</p>}
      <Checkbox
        label={t('settings.letters.digest')}
        hint={t('settings.letters.digest.hint')}
        checked={digest}
        disabled={busy}
        onChange={choose}
      />
    </div>
  );
}
