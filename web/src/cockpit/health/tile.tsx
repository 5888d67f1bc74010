import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FigureAnswer, FigurePanel } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FigureTile } from '#web/ui/figure-tile.tsx';
import type { Asking } from './figures-query.ts';
import { detailOf } from './parts.ts';
import { Remedy } from './remedy.tsx';
import { intervalText, shortText, tileValue } from './say-figure.ts';
import type { Speech } from './say-figure.ts';
import { levelOf } from './series.ts';
import { TileThemes } from './themes/tile-themes.tsx';
import type { TileThemesProps } from './themes/tile-themes.tsx';
import { TileSkeleton } from './tile-skeletons.tsx';
import type { TileOf } from './tiles.ts';

interface TileProps {
  readonly ws: string;
  readonly asking: Asking;
  readonly tile: TileOf;
  readonly found: UseQueryResult<FigurePanel>;
  /** No figure of the panel is waited for. */
  readonly isSettled: boolean;
}

/** One matter of the panel, as soon as its figures are there. */
export function Tile({ ws, asking, tile, found, isSettled }: TileProps): ReactNode {
  const t = useWords();
  const lead = found.data?.items.find(({ figure }) => figure.id === tile.lead);
  const beside = found.data?.items.find(({ figure }) => figure.id === tile.beside);
  if (lead !== undefined) {
    const told =
      beside === undefined ? besideOf({ ws, asking, isTurn: isSettled }, lead) : <Beside ws={ws} answer={beside} />;
    return <Answered ws={ws} kicker={t(tile.word)} lead={lead} beside={told} isStale={found.isPlaceholderData} />;
  }
  if (found.error === null) return <TileSkeleton kicker={t(tile.word)} />;
  return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
}

/** Themes are told by name; other figures that stand alone have nothing beside them. */
function besideOf(about: TileThemesProps, { figure, value }: FigureAnswer): ReactNode {
  return figure.id === 'themes' && value.state === 'value' ? <TileThemes {...about} /> : undefined;
}

interface AnsweredProps {
  readonly ws: string;
  readonly kicker: string;
  readonly lead: FigureAnswer;
  readonly beside: ReactNode;
  readonly isStale: boolean;
}

/** All of the tile leads to the page of its first figure, which keeps the view; the one beside it has its own link. */
function Answered({ ws, kicker, lead, beside, isStale }: AnsweredProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { figure, value, series } = lead;
  const detail = detailOf(lead, speech);
  return (
    <div aria-busy={isStale} className="grid min-w-0 transition-opacity aria-busy:opacity-55">
      <FigureTile
        kicker={kicker}
        name={figure.name}
        link={
          <Link to="/$ws/health/$figure" params={{ ws, figure: figure.id }} search={(view: object) => view}>
            {figure.name}
          </Link>
        }
        aside={t(`health.unit.${figure.unit}`)}
        value={tileValue(lead, speech)}
        {...(detail === undefined ? {} : { detail })}
        trend={courseOf(series.points)}
        noTrend={t(`health.no_trend.${series.bucket}`)}
        partly={series.points.map(({ partial }) => partial)}
        beside={beside}
        sentence={whatChanged(lead)}
        remedy={<Remedy ws={ws} value={value} />}
      />
    </div>
  );
}

/** One point alone is no course: it is told as none. */
function courseOf(points: FigureAnswer['series']['points']): readonly (number | undefined)[] {
  const levels = points.map(levelOf);
  return levels.filter((level) => level !== undefined).length < 2 ? levels.map(() => undefined) : levels;
}

/** What became of the value; where there is none, why. */
function whatChanged({ value, previous, yearAgo, sentence }: FigureAnswer): string | undefined {
  const isKnown = value.state === 'value' && value.value !== null;
  return isKnown ? (previous ?? yearAgo)?.sentence : sentence;
}

function Beside({ ws, answer }: { readonly ws: string; readonly answer: FigureAnswer }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { figure, value } = answer;
  const interval = intervalText(figure, value, speech);
  return (
    <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-2 border-t border-line pt-1.5 text-sm">
      <Link
        to="/$ws/health/$figure"
        params={{ ws, figure: figure.id }}
        search={(view: object) => view}
        className="relative z-10 text-soft hover:underline"
      >
        {figure.name}
      </Link>
      <span title={interval} className={value.state === 'value' ? 'font-semibold tabular-nums' : 'text-faint'}>
        {shortText(figure, value, speech)}
      </span>
    </p>
  );
}
