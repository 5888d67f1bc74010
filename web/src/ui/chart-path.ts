/** The box a line is drawn in, in pixels, and the values at its bottom and top. */
export interface Scale {
  readonly width: number;
  readonly height: number;
  readonly low: number;
  readonly high: number;
  /** Room kept above and below, so a thick line is not cut. */
  readonly margin?: number;
}

export type Series = readonly (number | undefined)[];

/** Where a value stands, from the top. */
export function heightOf(value: number, { height, low, high, margin = 2 }: Scale): number {
  const share = high === low ? 0.5 : (value - low) / (high - low);
  return round(height - margin - share * (height - 2 * margin));
}

/** Where the `place`-th of `count` values stands, from the left; a single value stands in the middle. */
export function acrossOf(place: number, count: number, { width }: Scale): number {
  return round(count < 2 ? width / 2 : (place / (count - 1)) * width);
}

/** Which points of a line are of a part of their stretch only; absent is none. */
export type Partly = readonly boolean[];

/** The paths of one line. `dots`: strokes without length, which round caps make dots. */
export interface LinePaths {
  readonly sure: string;
  readonly unsure: string;
  readonly dots: string;
}

/** A line cut in what is `sure`, what leads to or from a partial point, and the points alone between two gaps. */
export function linePaths(values: Series, partly: Partly, scale: Scale): LinePaths {
  const paths = { sure: '', unsure: '', dots: '' };
  for (const [place, value] of values.entries()) {
    if (value === undefined) continue;
    const here = `${acrossOf(place, values.length, scale)} ${heightOf(value, scale)}`;
    const before = values[place - 1];
    const kind = partly[place] === true || (before !== undefined && partly[place - 1] === true) ? 'unsure' : 'sure';
    if (before !== undefined)
      paths[kind] += `M${acrossOf(place - 1, values.length, scale)} ${heightOf(before, scale)}L${here}`;
    else if (values[place + 1] === undefined) paths.dots += `M${here}h0`;
  }
  return paths;
}

/** The path of a line. Unknown values leave a gap: nothing is drawn where nothing is known. */
export function linePath(values: Series, scale: Scale): string {
  let path = '';
  let pen = 'M';
  for (const [place, value] of values.entries()) {
    if (value === undefined) {
      pen = 'M';
      continue;
    }
    path += `${pen}${acrossOf(place, values.length, scale)} ${heightOf(value, scale)}`;
    pen = 'L';
  }
  return path;
}

/** The closed path of a band between two lines of the same length; like a line, it has gaps where either is unknown. */
export function bandPath(lows: Series, highs: Series, scale: Scale): string {
  let path = '';
  let run: { across: number; low: number; high: number }[] = [];
  for (let place = 0; place <= lows.length; place += 1) {
    const [low, high] = [lows[place], highs[place]];
    if (low !== undefined && high !== undefined) run.push({ across: acrossOf(place, lows.length, scale), low, high });
    else {
      path += closed(run, scale);
      run = [];
    }
  }
  return path;
}

function closed(run: readonly { across: number; low: number; high: number }[], scale: Scale): string {
  if (run.length < 2) return '';
  const there = run.map(({ across, high }) => `${across} ${heightOf(high, scale)}`);
  const back = run.toReversed().map(({ across, low }) => `${across} ${heightOf(low, scale)}`);
  return `M${[...there, ...back].join('L')}Z`;
}

/** The lowest and highest of everything known, from zero when values are counts (`fromZero`). */
export function boundsOf(all: readonly Series[], fromZero: boolean): { low: number; high: number } {
  const known = all.flat().filter((value) => value !== undefined);
  if (known.length === 0) return { low: 0, high: 1 };
  const low = Math.min(...known);
  const high = Math.max(...known);
  return { low: fromZero ? Math.min(0, low) : low, high: high === 0 && fromZero ? 1 : high };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
