/** Half-open by days of the workspace's zone: `from` is in, `until` is out. Days are YYYY-MM-DD. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** Windows that overlap or touch become one; in the order of their days. */
export function joined(windows: readonly Window[]): readonly Window[] {
  const found: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = found.at(-1);
    if (last === undefined || window.from > last.until) found.push(window);
    else if (window.until > last.until) found[found.length - 1] = { from: last.from, until: window.until };
  }
  return found;
}

/** The same in a zone, for instants that are held against its days. */
export interface ZonedWindow extends Window {
  readonly zone: string;
}
