import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { FigureTile } from '#web/ui/figure-tile.tsx';
import { lastOf } from './days.ts';
import { detailOf } from './parts.ts';
import { tileValue } from './say-figure.ts';
import type { Speech } from './say-figure.ts';
import { levelOf } from './series.ts';

/** One figure of the panel; all of it leads to the figure's page, which keeps place, channel and period. */
export function Tile({ ws, answer }: { readonly ws: string; readonly answer: FigureAnswer }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, window, value, previous, sentence, series } = answer;
  const detail = detailOf(answer, speech);
  const link = (
    <Link to="/$ws/health/$figure" params={{ ws, figure: figure.id }} search={(view: object) => view}>
      {figure.name}
    </Link>
  );
  return (
    <FigureTile
      name={figure.name}
      link={link}
      aside={t(`health.unit.${figure.unit}`)}
      value={tileValue(answer, speech)}
      {...(detail === undefined ? {} : { detail })}
      trend={series.points.map(levelOf)}
      ends={[format.day(window.from), format.day(lastOf(window))]}
      noTrend={t(`health.no_trend.${series.bucket}`)}
      partly={series.points.map(({ partial }) => partial)}
      sentence={value.state === 'value' && value.value !== null ? previous?.sentence : sentence}
    />
  );
}
