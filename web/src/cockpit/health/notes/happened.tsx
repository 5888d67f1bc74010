import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { Days } from '../days.ts';
import { eventText } from './event-text.ts';
import { notesQuery, numbered } from './notes-query.ts';
import type { Numbered } from './notes-query.ts';

const MOST = 2;
const NO_DAYS: Days = { from: '', until: '' };

interface HappenedProps {
  readonly ws: string;
  /** Undefined until it is known. */
  readonly window: Days | undefined;
  readonly place: string | undefined;
}

/** Below the panel, what happened in its days that may explain it: notes of people first, then what was found. */
export function Happened({ ws, window, place }: HappenedProps): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const found = useQuery({ ...notesQuery(ws, window ?? NO_DAYS, place), enabled: window !== undefined });
  const lines = found.data === undefined ? [] : tellingOf(numbered(found.data));
  if (lines.length === 0) return undefined;
  return (
    <section className="flex flex-wrap gap-x-3 text-sm">
      <h2 className="text-sm">{t('health.happened')}</h2>
      <ul className="min-w-0 flex-1 basis-80 text-soft">
        {lines.map((line) => (
          <li key={line.number} className="wide:truncate">
            {format.day(line.day)} · {'note' in line ? line.note.text : eventText(line.event, speech)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the house itself did to its facts explains no figure. */
function tellingOf(all: readonly Numbered[]): readonly Numbered[] {
  const notes = all.filter((line) => 'note' in line);
  const events = all.filter((line) => 'event' in line && line.event.kind !== 'import');
  return [...notes, ...events].slice(0, MOST).toSorted((a, b) => a.number - b.number);
}
