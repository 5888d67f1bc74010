import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { RunView, Inspection, Preview, StartImport } from '#community/imports/wire.ts';
import { api } from '#web/app/api.ts';
import { mayRetry } from '#web/app/problem.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { RadioList } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import { refreshElsewhere } from './elsewhere.ts';
import { Mapping } from './mapping.tsx';

interface ChoosingProps {
  readonly ws: string;
  readonly run: RunView;
  readonly onStarted: () => void;
  readonly onCancel: () => void;
}

/** What the file seems to be; a person confirms, and maps the columns of a table. A file of which nothing can be read is gone. */
export function Choosing({ ws, run, onStarted, onCancel }: ChoosingProps): ReactNode {
  const t = useWords();
  const found = useQuery({
    queryKey: [ws, 'import', run.id, 'inspect'],
    queryFn: ({ signal }) => api.post<Inspection>(`/imports/${run.id}/inspect`, {}, { signal }),
    retry: false,
    staleTime: Infinity,
  });
  const isRefused = found.isError && !mayRetry(found.error);
  useEffect(() => {
    if (isRefused) refreshElsewhere(ws);
  }, [isRefused, ws]);
  return (
    <Card title={t('imports.what')}>
      {found.isPending && (
        <>
          <p className="text-soft">{t('imports.looking')}</p>
          <Skeleton />
        </>
      )}
      {found.isError && (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()}>
          {isRefused && (
            <LinkButton to="/$ws/imports" params={{ ws }}>
              {t('imports.another')}
            </LinkButton>
          )}
        </ErrorNote>
      )}
      {found.data !== undefined && <Choice run={run} found={found.data} onStarted={onStarted} />}
      {run.can.cancel && !isRefused && (
        <Button onClick={onCancel} className="mt-3">
          {t('imports.cancel')}
        </Button>
      )}
    </Card>
  );
}

function Choice({
  run,
  found,
  onStarted,
}: {
  readonly run: RunView;
  readonly found: Inspection;
  readonly onStarted: () => void;
}): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const { space } = useHere();
  const { busy, problem, run: act } = useAct();
  const [connector, setConnector] = useState(found.candidates[0]?.connector ?? '');
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({
    zone: space.zone,
    ...found.preview?.guess,
  });
  const preview = found.preview?.connector === connector ? found.preview : null;
  const start = (): void =>
    act(async () => {
      const body: StartImport = { connector, options: preview === null ? {} : options };
      await api.post(`/imports/${run.id}/start`, body);
      onStarted();
    });
  return (
    <div className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <RadioList
        label={t('imports.what')}
        value={connector}
        onChange={setConnector}
        choices={found.candidates.map((one) => ({ value: one.connector, label: one.name[language] }))}
      />
      {preview !== null && <Mapping preview={preview} options={options} onChange={setOptions} />}
      <Button
        tone="main"
        busy={busy}
        disabled={connector === '' || lacks(preview, options)}
        onClick={start}
        className="justify-self-start"
      >
        {t('imports.start')}
      </Button>
    </div>
  );
}

/** A field that must be mapped is not. */
function lacks(preview: Preview | null, options: Readonly<Record<string, string>>): boolean {
  if (preview === null) return false;
  return (
    options['dateFormat'] === 'ask' ||
    preview.fields.some((field) => field.required && (options[field.id] ?? '') === '')
  );
}
