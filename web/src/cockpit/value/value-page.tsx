import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LineView, ScenarioView, SheetView, StreamView, ValueView } from '#cockpit/value/telling/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Body } from './body.tsx';
import { Dialogs } from './dialogs.tsx';
import { Begin } from './start.tsx';
import { valueQuery } from './value-query.ts';

const route = getRouteApi('/$ws/value');

/** What is being written over the page. */
export type Writing =
  | { readonly is: 'settings' }
  | { readonly is: 'review' }
  | { readonly is: 'choosing'; readonly side: 'in' | 'out' }
  | { readonly is: 'adding'; readonly stream: StreamView }
  | { readonly is: 'editing'; readonly line: LineView }
  | { readonly is: 'scenario'; readonly scenario: ScenarioView | undefined };

/** What the community brings in and costs: the answer first, then the sum, line by line. */
export function ValuePage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const value = useQuery(valueQuery(ws, useLanguage()));
  if (value.data !== undefined) return <Known ws={ws} value={value.data} />;
  return (
    <Page title={t('value.title')}>
      {value.isError ? <ErrorNote error={value.error} onRetry={() => void value.refetch()} /> : <Skeleton />}
    </Page>
  );
}

function Known({ ws, value }: { readonly ws: string; readonly value: ValueView }): ReactNode {
  const t = useWords();
  const [writing, setWriting] = useState<Writing>();
  const { sheet, can } = value;
  const onWrite = can.write ? setWriting : undefined;
  useShortcut('valueAdd', () => setWriting({ is: 'choosing', side: 'in' }), can.write && sheet !== null);
  const frame =
    sheet === null ? {} : { aside: <Standing sheet={sheet} />, actions: <Acts can={can} onWrite={setWriting} /> };
  return (
    <Page title={t('value.title')} {...frame}>
      {sheet === null ? (
        <Begin onBegin={onWrite && (() => onWrite({ is: 'settings' }))} />
      ) : (
        <Body ws={ws} value={value} sheet={sheet} onWrite={onWrite} />
      )}
      {writing !== undefined && (
        <Dialogs ws={ws} value={value} writing={writing} onWrite={setWriting} onClose={() => setWriting(undefined)} />
      )}
    </Page>
  );
}

function Standing({ sheet }: { readonly sheet: SheetView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return t('value.version', { number: sheet.number, day: format.dayOf(sheet.madeAt) });
}

interface ActsProps {
  readonly can: ValueView['can'];
  readonly onWrite: (writing: Writing) => void;
}

function Acts({ can, onWrite }: ActsProps): ReactNode {
  const t = useWords();
  return (
    <>
      <IconButton label={t('value.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
      {can.write && <Button onClick={() => onWrite({ is: 'settings' })}>{t('value.settings.open')}</Button>}
      {can.review && <Button onClick={() => onWrite({ is: 'review' })}>{t('value.review')}</Button>}
      {can.write && (
        <Button tone="main" keys="n" onClick={() => onWrite({ is: 'choosing', side: 'in' })}>
          {t('value.add')}
        </Button>
      )}
    </>
  );
}
