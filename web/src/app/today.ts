import { useMinute } from './clock.ts';

/** Today as a bare day of the reader's browser: a filter that is a few hours off at midnight harms nobody. */
export function useToday(): string {
  const now = new Date(useMinute());
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
