import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { FunctionName } from '#kernel/actor.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { TitlesPage } from '#workspace/team/wire.ts';
import { FunctionsField } from './functions-field.tsx';

/** What the house calls its people, and what each title does here. A title is never a right by itself. */
export function Titles({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const key = [ws, 'titles'];
  const titles = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<TitlesPage>('/titles', { signal }) });
  const [adding, setAdding] = useState(false);
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: key });
  const remove = (id: string) => (): void => {
    api.delete(`/titles/${id}`).then(refresh, (error: unknown) => sayProblem(error, t));
  };
  return (
    <Card title={t('team.titles')}>
      <p className="mb-2 text-soft">{t('team.titles.about')}</p>
      <ul>
        {titles.data?.items.map((one) => (
          <li key={one.id} className="flex items-center gap-2 border-t border-line py-1.5 first:border-t-0">
            <span className="flex-1">
              <b>{one.name}</b> <small>{one.functions.map((name) => t(`team.function.${name}`)).join(', ')}</small>
            </span>
            {titles.data.can.change && (
              <IconButton
                label={t('team.titles.remove', { name: one.name })}
                icon={<X size={14} />}
                onClick={remove(one.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {titles.data?.can.change === true && !adding && (
        <Button className="mt-2" onClick={() => setAdding(true)}>
          {t('team.titles.add')}
        </Button>
      )}
      {adding && (
        <TitleForm
          onDone={() => {
            setAdding(false);
            refresh();
          }}
        />
      )}
    </Card>
  );
}

function TitleForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const [functions, setFunctions] = useState<FunctionName[]>([]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.post('/titles', { name, functions });
      onDone();
    });
  };
  return (
    <form onSubmit={submit} className="mt-2 grid max-w-[44rem] gap-3">
      <ProblemRefusal problem={problem} />
      <Field label={t('team.title')}>
        <TextInput required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <FunctionsField value={functions} onChange={setFunctions} />
      <Button type="submit" busy={busy} disabled={functions.length === 0} className="justify-self-start">
        {t('settings.save')}
      </Button>
    </form>
  );
}
