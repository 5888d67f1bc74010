import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { DefinitionDrawer } from '#web/ui/definition-drawer.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { definitionOf } from './definition.ts';
import { formulaQuery } from './figures-query.ts';
import type { Speech } from './say-figure.ts';

interface DefinitionButtonProps {
  readonly ws: string;
  readonly answer: FigureAnswer;
}

/** The definition behind a button and behind `d`. */
export function DefinitionButton({ ws, answer }: DefinitionButtonProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const [open, setOpen] = useState(false);
  useShortcut('healthDefinition', () => setOpen(true));
  const rows = <Formula ws={ws} figure={answer.figure.id} />;
  return (
    <>
      <Button keys="d" onClick={() => setOpen(true)}>
        {speech.t('health.definition')}
      </Button>
      <DefinitionDrawer
        definition={{ ...definitionOf(answer, speech), rows }}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** The text the figure is computed by, for those who read SQL. */
function Formula({ ws, figure }: { readonly ws: string; readonly figure: string }): ReactNode {
  const t = useWords();
  const found = useQuery(formulaQuery(ws, figure));
  if (found.error !== null) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <Skeleton lines={3} />;
  const { sql } = found.data;
  if (sql === null) return <p className="text-sm text-soft">{t('health.formula.none')}</p>;
  return (
    <details>
      <summary className="text-sm font-semibold text-soft">{t('health.formula')}</summary>
      <p className="py-1 text-sm text-soft">{t('health.formula.lead')}</p>
      <pre className="rounded-md bg-sunk p-2 font-mono text-xs break-words whitespace-pre-wrap">{sql}</pre>
      <div className="pt-2">
        <CopyButton text={sql} label={t('health.formula.copy')} />
      </div>
    </details>
  );
}
