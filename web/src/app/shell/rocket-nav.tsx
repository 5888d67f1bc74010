import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';
import { EMPTY_STAGES, PAGES, STAGES } from '../pages.ts';
import type { PageEntry, Stage } from '../pages.ts';
import type { SessionSpace } from '../session.ts';
import { StageDrawing } from './stage-drawing.tsx';
import type { StageState } from './stage-drawing.tsx';

/** What awaits the reader on one page: how many, and whether it is late. `word` replaces the number (`mardi`). */
export interface Awaiting {
  readonly count?: number;
  readonly word?: string;
  readonly late?: boolean;
}

export interface RocketNavProps {
  readonly ws: string;
  /** By page id. */
  readonly awaiting: Readonly<Record<string, Awaiting>>;
  readonly stages: Readonly<Record<Stage, StageState>>;
  readonly can: SessionSpace['can'];
}

const HUES = { cockpit: 'text-cockpit', bridge: 'text-bridge', field: 'text-field' } as const satisfies Readonly<
  Record<Stage, string>
>;

/** The navigation is the rocket: cockpit on top, bridge, field; below it, the house. */
export function RocketNav({ ws, awaiting, stages, can }: RocketNavProps): ReactNode {
  const t = useWords();
  const shown = PAGES.filter((page) => page.needs === undefined || can[page.needs]);
  const house = shown.filter((page) => page.stage === 'house');
  return (
    <nav aria-label={t('nav.label')} className="-mx-1 flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-1 pt-2">
      {STAGES.map((stage) => (
        <StageBlock
          key={stage}
          stage={stage}
          state={stages[stage]}
          ws={ws}
          awaiting={awaiting}
          pages={shown.filter((page) => page.stage === stage)}
        />
      ))}
      {house.length > 0 && (
        <ul className="mt-auto grid gap-px border-t border-line pt-2">
          {house.map((page) => (
            <PageLink key={page.id} ws={ws} page={page} awaiting={awaiting[page.id]} />
          ))}
        </ul>
      )}
    </nav>
  );
}

interface StageBlockProps extends Pick<RocketNavProps, 'ws' | 'awaiting'> {
  readonly stage: Stage;
  readonly state: StageState;
  readonly pages: readonly PageEntry[];
}

function StageBlock({ stage, state, pages, ws, awaiting }: StageBlockProps): ReactNode {
  const t = useWords();
  const built = pages.length > 0;
  return (
    <section aria-labelledby={`stage-${stage}`} className="relative min-h-24 pt-1.5 pb-2 pl-[1.875rem]">
      <StageDrawing stage={stage} state={state} />
      <h2 id={`stage-${stage}`} className={cx('px-2 py-1 text-xs font-semibold tracking-[0.02em]', HUES[stage])}>
        {t(`nav.${stage}`)}
        {state !== 'unjudged' && <span className="sr-only"> : {t(`nav.state.${state}`, { stage })}</span>}
      </h2>
      {built ? (
        <ul className="grid gap-px">
          {pages.map((page) => (
            <PageLink key={page.id} ws={ws} page={page} awaiting={awaiting[page.id]} />
          ))}
        </ul>
      ) : (
        <p className="px-2 text-sm text-faint">{t(EMPTY_STAGES[stage])}</p>
      )}
    </section>
  );
}

interface PageLinkProps {
  readonly ws: string;
  readonly page: PageEntry;
  readonly awaiting: Awaiting | undefined;
}

function PageLink({ ws, page, awaiting }: PageLinkProps): ReactNode {
  const t = useWords();
  const to: string = `/${ws}${page.path}`;
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-7 items-center justify-between gap-2 rounded-md px-2 py-0.5 -outline-offset-2 hover:bg-hover pointer-coarse:min-h-11 data-[status=active]:bg-card data-[status=active]:font-semibold data-[status=active]:ring-1 data-[status=active]:ring-line"
      >
        <span>{t(page.title)}</span>
        {awaiting !== undefined && <AwaitingMark awaiting={awaiting} />}
      </Link>
    </li>
  );
}

function AwaitingMark({ awaiting: { count, word, late = false } }: { readonly awaiting: Awaiting }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const text = word ?? (count === undefined ? '' : format.number(count, 0));
  return (
    <span
      title={late ? t('nav.late') : undefined}
      className={cx('whitespace-nowrap tabular-nums', late ? 'font-semibold text-late' : 'text-faint')}
    >
      {late && (
        <span aria-hidden className="text-[0.7em]">
          ▲{' '}
        </span>
      )}
      {text}
      {late && <span className="sr-only"> ({t('nav.late')})</span>}
    </span>
  );
}
