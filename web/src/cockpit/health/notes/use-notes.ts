import { useQuery } from '@tanstack/react-query';
import type { Days } from '../days.ts';
import type { Numbered } from './notes-query.ts';
import { notesQuery, numbered } from './notes-query.ts';

const NO_DAYS: Days = { from: '', until: '' };

/** What stands beside the course of some days; nothing until they are known. */
export function useNotes(
  ws: string,
  days: Days | undefined,
  place: string | undefined,
): { readonly list: readonly Numbered[]; readonly canAdd: boolean } {
  const found = useQuery({ ...notesQuery(ws, days ?? NO_DAYS, place), enabled: days !== undefined });
  if (found.data === undefined) return { list: [], canAdd: false };
  return { list: numbered(found.data), canAdd: found.data.can.add };
}
