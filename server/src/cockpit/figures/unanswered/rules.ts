import type { FigureRow } from '#cockpit/figures/index.ts';
import type { UnansweredThread } from './wire.ts';

type Called = Pick<UnansweredThread, 'title' | 'place' | 'channel' | 'link'>;

/** The rows of a page with what their threads are called. A thread that went since the facts were read is left out. */
export function threadsOf(
  rows: readonly FigureRow[],
  called: ReadonlyMap<string, Called>,
): readonly UnansweredThread[] {
  return rows.flatMap((row) => {
    const id = String(row['id']);
    const thread = called.get(id);
    if (thread === undefined) return [];
    const { title, place, channel, link } = thread;
    return [{ id, title, place, channel, link, ...waitOf(row) }];
  });
}

/** As fine as the place tells it: a bare day never gets an hour. */
function waitOf(row: FigureRow): Pick<UnansweredThread, 'opened' | 'age'> {
  const second = row['opened_second'];
  if (typeof second !== 'number') {
    return { opened: { day: String(row['opened_day']) }, age: { days: Math.max(0, Number(row['days'])) } };
  }
  const seconds = Math.max(0, Number(row['seconds']));
  return { opened: { at: new Date(second * 1000).toISOString() }, age: { seconds } };
}
