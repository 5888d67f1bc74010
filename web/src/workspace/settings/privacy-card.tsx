import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { ChangePrivacy, PrivacyView } from '#workspace/privacy/wire.ts';

/** From how many persons on numbers are shown to everybody in the workspace. */
export function PrivacyCard(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const privacy = useQuery({
    queryKey: [space.slug, 'privacy'],
    queryFn: ({ signal }) => api.get<PrivacyView>('/privacy', { signal }),
  });
  return (
    <Card title={t('settings.privacy')}>
      {privacy.isPending && <Skeleton />}
      {privacy.isError && <ErrorNote error={privacy.error} onRetry={() => void privacy.refetch()} />}
      {privacy.data !== undefined && <SmallestGroup start={privacy.data.smallestGroup} />}
    </Card>
  );
}

function SmallestGroup({ start }: { readonly start: number }): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const { busy, problem, run } = useAct();
  const [text, setText] = useState(String(start));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.patch('/privacy', { smallestGroup: Number(text) } satisfies ChangePrivacy);
      await queryClient.invalidateQueries({ queryKey: [space.slug] });
      say(t('settings.saved'));
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <Field label={t('settings.privacy.smallest')} hint={t('settings.privacy.smallest.hint')}>
        <TextInput
          type="number"
          required
          min={3}
          max={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="w-24"
        />
      </Field>
      <Button type="submit" busy={busy} className="justify-self-start">
        {t('settings.save')}
      </Button>
    </form>
  );
}
