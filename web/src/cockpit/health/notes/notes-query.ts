import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EventLine, NoteLine, NotesView } from '#cockpit/notes/wire.ts';
import { api } from '#web/app/api.ts';
import type { Days } from '../days.ts';

/** What people wrote and what happened in some days, in one place or in all. */
export const notesQuery = (ws: string, { from, until }: Days, place: string | undefined) =>
  queryOptions({
    queryKey: [ws, 'notes', from, until, place],
    queryFn: ({ signal }) => api.get<NotesView>('/notes', { query: { from, until, place }, signal }),
    placeholderData: keepPreviousData,
  });

/** A line of the list beside a course, with the number it has on the course. */
export type Numbered =
  | { readonly number: number; readonly day: string; readonly note: NoteLine }
  | { readonly number: number; readonly day: string; readonly event: EventLine };

/** Notes and events in the order of their days, numbered from one. */
export function numbered({ notes, events }: Pick<NotesView, 'notes' | 'events'>): readonly Numbered[] {
  return [...notes.map((note) => ({ day: note.day, note })), ...events.map((event) => ({ day: event.day, event }))]
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((one, at) => ({ ...one, number: at + 1 }));
}

/** Where the days of a list stand on a course: the point whose stretch holds them. Days outside it have no mark. */
export function marksOf(
  list: readonly Numbered[],
  points: readonly Days[],
): readonly { readonly at: number; readonly number: number }[] {
  return list.flatMap(({ number, day }) => {
    const at = points.findIndex(({ from, until }) => day >= from && day < until);
    return at === -1 ? [] : [{ at, number }];
  });
}
