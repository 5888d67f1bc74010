import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { hand, saveText } from '#web/app/download.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { say } from '#web/ui/toast.tsx';
import { addressOfRequest } from '../definition.ts';
import { activeFilters } from '../filters/active.ts';
import { useChoices } from '../filters/choices.ts';
import { eventText } from '../notes/event-text.ts';
import { marksOf } from '../notes/notes-query.ts';
import type { Numbered } from '../notes/notes-query.ts';
import { placeText, valueText, windowText } from '../say-figure.ts';
import type { Speech } from '../say-figure.ts';
import { boundOf, csvOf, levelOf } from '../series.ts';
import type { HealthView } from '../view.ts';
import type { Picture } from './picture.ts';

interface DownloadsProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly answer: FigureAnswer;
  readonly notes: readonly Numbered[];
}

/** The series as a table, a workbook or a picture; what makes the last two comes when it is asked for. */
export function Downloads({ ws, view, answer, notes }: DownloadsProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { figure, window, series } = answer;
  const filters = activeFilters(view, useChoices(ws, view, 'used'), speech).map(({ label, text }) =>
    t('health.download.filter', { label, text }),
  );
  const name = `${ws}-${figure.id}-${window.from}-${window.until}`;
  const saveWorkbook = async (): Promise<void> => {
    const { workbookOf } = await import('./xlsx.ts');
    const names = { series: t('health.download.series'), about: t('health.download.about') };
    hand(await workbookOf(answer, aboutOf(answer, filters, speech), names), `${name}.xlsx`);
  };
  const savePicture = async (): Promise<void> => {
    const { pngOf } = await import('./png.ts');
    hand(await pngOf(pictureFrom(answer, filters, notes, speech)), `${name}.png`);
  };
  const failed = (): void => say(t('health.download.failed'), { tone: 'late' });
  return (
    <Menu
      trigger={
        <Button disabled={series.points.length === 0}>
          <Download aria-hidden size={14} />
          {t('health.download')}
        </Button>
      }
    >
      <MenuItem onSelect={() => saveText(csvOf(series.points), 'text/csv;charset=utf-8', `${name}.csv`)}>
        {t('health.download.csv')}
      </MenuItem>
      <MenuItem onSelect={() => void saveWorkbook().catch(failed)}>{t('health.download.xlsx')}</MenuItem>
      <MenuItem
        disabled={series.points.every((point) => levelOf(point) === undefined)}
        onSelect={() => void savePicture().catch(failed)}
      >
        {t('health.download.png')}
      </MenuItem>
    </Menu>
  );
}

function aboutOf(
  answer: FigureAnswer,
  filters: readonly string[],
  speech: Speech,
): readonly (readonly [string, string])[] {
  const { figure, window, sentence, freshness } = answer;
  const { t, format } = speech;
  return [
    [t('health.figure'), figure.name],
    [t('ui.definition.what'), figure.definition],
    [t('ui.definition.population'), figure.population],
    [t('ui.definition.excluded'), figure.exclusions],
    [t('health.window'), t('health.window.text', { window: windowText(window, speech), zone: window.zone })],
    ...(filters.length === 0 ? [] : [[t('health.filters'), filters.join(' · ')] as const]),
    [t('health.sentence'), sentence],
    [t('health.source'), t('health.source.text', { at: format.instant(freshness.readAt) })],
    [t('health.api'), addressOfRequest(answer)],
  ];
}

function pictureFrom(
  answer: FigureAnswer,
  filters: readonly string[],
  notes: readonly Numbered[],
  speech: Speech,
): Picture {
  const { figure, window, freshness, series } = answer;
  const { t, format } = speech;
  const { points, bucket } = series;
  const told = (line: Numbered): string => ('note' in line ? line.note.text : eventText(line.event, speech));
  return {
    title: figure.name,
    below: [windowText(window, speech), t(`health.by.${bucket}`), ...filters].join(' · '),
    source: t('health.download.source', { at: format.instant(freshness.readAt), zone: window.zone }),
    places: points.map((point) => placeText(point, bucket, format)),
    values: points.map(levelOf),
    partly: points.map(({ partial }) => partial),
    low: points.map((point) => boundOf(point, 'low')),
    high: points.map((point) => boundOf(point, 'high')),
    marks: marksOf(notes, points),
    notes: notes.map((line) => `${String(line.number)} · ${format.day(line.day)} · ${told(line)}`),
    show: (value) => valueText(figure, value, speech),
    ticks: figure.unit === 'seconds' ? 'seconds' : 'number',
  };
}
