import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { CopyButton } from './copy-button.tsx';
import { Drawer } from './dialog.tsx';

/** All that a reader must know to trust a figure, or to see why it differs from another. */
export interface Definition {
  readonly name: string;
  readonly what: string;
  readonly population: string;
  readonly excluded: string;
  /** Until when the data reach: `jusqu’au 22 nov. 2026, 15:33`. */
  readonly fresh: string;
  /** What else there is to know, each with its name: window, source. */
  readonly more?: readonly (readonly [name: string, words: string])[];
  /** Address of the same figure by the API. */
  readonly api?: string;
  /** The rows behind the figure: a link or a button. */
  readonly rows?: ReactNode;
}

interface DefinitionDrawerProps {
  readonly definition: Definition;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What a figure measures, of whom, without whom, until when, and how to get it elsewhere. */
export function DefinitionDrawer({ definition, open, onClose }: DefinitionDrawerProps): ReactNode {
  const t = useWords();
  const parts = [
    [t('ui.definition.what'), definition.what],
    [t('ui.definition.population'), definition.population],
    [t('ui.definition.excluded'), definition.excluded],
    ...(definition.more ?? []),
    [t('ui.definition.fresh'), definition.fresh],
  ] as const;
  return (
    <Drawer open={open} onClose={onClose} title={definition.name}>
      <dl className="grid gap-3">
        {parts.map(([term, words]) => (
          <div key={term}>
            <dt className="text-sm font-semibold text-soft">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {definition.api !== undefined && (
          <div>
            <dt className="text-sm font-semibold text-soft">{t('ui.definition.api')}</dt>
            <dd className="flex flex-wrap items-center gap-2 pt-1">
              <code className="min-w-0 flex-1 rounded-md bg-sunk px-2 py-1 font-mono text-sm break-all">
                {definition.api}
              </code>
              <CopyButton text={definition.api} />
            </dd>
          </div>
        )}
      </dl>
      {definition.rows !== undefined && <div className="pt-4">{definition.rows}</div>}
    </Drawer>
  );
}
