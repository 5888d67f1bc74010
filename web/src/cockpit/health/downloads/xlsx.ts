import writeXlsx from 'write-excel-file/universal';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { COLUMNS, rowOf } from '../series.ts';

/** What a workbook says of itself, line by line: name and words. */
export type About = readonly (readonly [name: string, words: string])[];

export interface WorkbookNames {
  readonly series: string;
  readonly about: string;
}

/** The series of a figure as a workbook; a second sheet tells what it is, of when, and the request that gives it again. */
export async function workbookOf(
  { series }: Pick<FigureAnswer, 'series'>,
  about: About,
  names: WorkbookNames,
): Promise<Blob> {
  const head = COLUMNS.map((name) => ({ value: name, fontWeight: 'bold' as const }));
  const rows = series.points.map((point) => rowOf(point).map((cell) => cell ?? null));
  return await writeXlsx([
    {
      sheet: names.series,
      data: [head, ...rows],
      columns: COLUMNS.map(() => ({ width: 14 })),
      stickyRowsCount: 1,
    },
    {
      sheet: names.about,
      data: about.map(([name, words]) => [
        { value: name, fontWeight: 'bold' as const, alignVertical: 'top' as const },
        { value: words, wrap: true },
      ]),
      columns: [{ width: 24 }, { width: 100 }],
    },
  ]).toBlob();
}
