import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FigureAnswer, FigurePanel } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FigureTile } from '#web/ui/figure-tile.tsx';
import { detailOf } from './parts.ts';
import { Remedy } from './remedy.tsx';
import { intervalText, shortText, tileValue } from './say-figure.ts';
import type { Speech } from './say-figure.ts';
import { levelOf } from './series.ts';
import { TileSkeleton } from './tile-skeletons.tsx';
import type { TileOf } from './tiles.ts';

interface TileProps {
  readonly ws: string;
  readonly tile: TileOf;
  readonly found: UseQueryResult<FigurePanel>;
}

/** One matter of the panel, as soon as its figures are there. */
export function Tile({ ws, tile, found }: TileProps): ReactNode {
  const t = useWords();
  const lead = found.data?.items.find(({ figure }) => figure.id === tile.lead);
  const beside = found.data?.items.find(({ figure }) => figure.id === tile.beside);
  if (lead !== undefined) {
    return <Answered ws={ws} kicker={t(tile.word)} lead={lead} beside={beside} isStale={found.isPlaceholderData} />;
  }
  if (found.error === null) return <TileSkeleton kicker={t(tile.word)} />;
  return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
}

interface AnsweredProps {
  readonly ws: string;
  readonly kicker: string;
  readonly lead: FigureAnswer;
  readonly beside: FigureAnswer | undefined;
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
        beside={beside !== undefined && <Beside ws={ws} answer={beside} />}
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
