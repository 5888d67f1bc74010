import { acrossOf, bandPath, boundsOf, heightOf, linePaths } from '#web/ui/chart-path.ts';
import type { Scale, Series } from '#web/ui/chart-path.ts';
import { placeNamesOf, ticksOf } from '#web/ui/chart-ticks.ts';
import type { TickOf } from '#web/ui/chart-ticks.ts';

/** Colours of a picture, as the page has them on a light ground. */
export interface Palette {
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly edge: string;
  readonly accent: string;
  readonly wash: string;
}

export interface Picture {
  readonly title: string;
  /** Period and what it is by: below the title. */
  readonly below: string;
  /** Where it comes from: the last line. */
  readonly source: string;
  readonly places: readonly string[];
  readonly values: Series;
  readonly partly: readonly boolean[];
  readonly low: Series;
  readonly high: Series;
  readonly marks: readonly { readonly at: number; readonly number: number }[];
  /** What the numbers of the marks mean, one line each. */
  readonly notes: readonly string[];
  readonly show: (value: number) => string;
  readonly ticks: TickOf;
}

export const WIDTH = 1200;
const EDGE = 48;
/** Left of the course, for the names of its levels. */
const GUTTER = 84;
/** Pixels a name below the course needs. */
const ROOM = 180;
const TOP = 132;
const COURSE = 380;
const LINE = 24;
const MOST_NOTES = 12;

/** How high the picture is: its notes come below the course. */
export function heightOfPicture({ notes }: Picture): number {
  return TOP + COURSE + 84 + Math.min(notes.length, MOST_NOTES) * LINE;
}

/** A course as a drawing that stands by itself: title, period, scale, notes and source are in it. */
export function pictureOf(picture: Picture, colours: Palette): string {
  const { title, below, source, notes } = picture;
  const height = heightOfPicture(picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`,
    ' font-family="Inter, Helvetica, Arial, sans-serif" fill="none">',
    `<rect width="${WIDTH}" height="${height}" fill="${colours.card}"/>`,
    words(EDGE, 56, title, { size: 28, weight: 650, fill: colours.ink }),
    words(EDGE, 88, below, { size: 18, fill: colours.soft }),
    `<g transform="translate(${EDGE + GUTTER} ${TOP})">${courseOf(picture, colours)}</g>`,
    ...notes
      .slice(0, MOST_NOTES)
      .map((note, n) => words(EDGE, TOP + COURSE + 62 + n * LINE, note, { size: 15, fill: colours.soft })),
    words(EDGE, height - 20, source, { size: 14, fill: colours.soft }),
    '</svg>',
  ].join('');
}

function courseOf(picture: Picture, colours: Palette): string {
  const { places, values, partly, low, high, marks, show, ticks } = picture;
  const { levels, ...bounds } = ticksOf(boundsOf([values, low, high], true), show, ticks);
  const scale: Scale = { width: WIDTH - 2 * EDGE - GUTTER, height: COURSE, ...bounds, margin: 8 };
  const { sure, unsure, dots } = linePaths(values, partly, scale);
  const stroke = `stroke="${colours.accent}" stroke-linejoin="round" stroke-linecap="round"`;
  return [
    `<path d="${bandPath(low, high, scale)}" fill="${colours.wash}"/>`,
    ...levels.map((level) => {
      const y = heightOf(level, scale);
      const text = words(-12, y + 5, show(level), { size: 15, fill: colours.soft, anchor: 'end' });
      return `<path d="M0 ${y}H${scale.width}" stroke="${colours.line}"/>${text}`;
    }),
    ...marks.map(({ at, number }) => markOf(acrossOf(at, places.length, scale), number, colours)),
    `<path d="${sure}" ${stroke} stroke-width="3"/>`,
    `<path d="${unsure}" ${stroke} stroke-width="3" stroke-dasharray="2 8"/>`,
    `<path d="${dots}" ${stroke} stroke-width="8"/>`,
    ...placesOf(places, scale, colours),
  ].join('');
}

function markOf(across: number, number: number, { edge, card, soft }: Palette): string {
  return [
    `<path d="M${across} 0V${COURSE}" stroke="${edge}" stroke-dasharray="2 5"/>`,
    `<circle cx="${across}" cy="${COURSE - 14}" r="12" fill="${card}" stroke="${edge}"/>`,
    words(across, COURSE - 9, String(number), { size: 14, weight: 600, fill: soft, anchor: 'middle' }),
  ].join('');
}

function placesOf(places: readonly string[], scale: Scale, { soft }: Palette): readonly string[] {
  return placeNamesOf(places.length, scale, ROOM).map(({ at, across, side }) =>
    words(across, COURSE + 24, places[at] ?? '', { size: 15, fill: soft, anchor: side }),
  );
}

interface Look {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function words(x: number, y: number, text: string, { size, fill, weight = 400, anchor = 'start' }: Look): string {
  const style = `font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" ${style}>${escaped(text)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}
