import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { NoteLine } from '#cockpit/notes/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { say } from '#web/ui/toast.tsx';
import type { Days } from '../days.ts';
import { lastOf } from '../days.ts';
import { eventText } from './event-text.ts';
import { NoteDialog } from './note-dialog.tsx';
import type { Draft } from './note-dialog.tsx';
import type { Numbered } from './notes-query.ts';

interface FigureNotesProps {
  readonly ws: string;
  readonly list: readonly Numbered[];
  readonly canAdd: boolean;
  readonly window: Days;
}

/** What happened along the course, by the numbers it has there: events found by themselves, and notes of people. */
export function FigureNotes({ ws, list, canAdd, window }: FigureNotesProps): ReactNode {
  const t = useWords();
  const [draft, setDraft] = useState<Draft>();
  if (list.length === 0 && !canAdd) return undefined;
  return (
    <Card
      title={t('health.notes')}
      aside={
        canAdd && (
          <Button
            tone="quiet"
            className="h-6 px-1.5 text-sm"
            onClick={() => setDraft({ day: lastOf(window), text: '' })}
          >
            <Plus aria-hidden size={13} />
            {t('health.notes.add')}
          </Button>
        )
      }
    >
      {list.length === 0 && <p className="text-soft">{t('health.notes.none')}</p>}
      <ol className="grid gap-1.5">
        {list.map((line) => (
          <li key={line.number} className="flex items-baseline gap-2">
            <span className="inline-flex size-4 shrink-0 translate-y-0.5 items-center justify-center rounded-full border border-edge text-xs font-semibold text-soft">
              {line.number}
            </span>
            <Line ws={ws} line={line} canChange={canAdd} edit={setDraft} />
          </li>
        ))}
      </ol>
      {draft !== undefined && <NoteDialog ws={ws} draft={draft} onClose={() => setDraft(undefined)} />}
    </Card>
  );
}

interface LineProps {
  readonly ws: string;
  readonly line: Numbered;
  readonly canChange: boolean;
  readonly edit: (draft: Draft) => void;
}

function Line({ ws, line, canChange, edit }: LineProps): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const day = <span className="text-soft">{format.day(line.day)}</span>;
  if ('event' in line) {
    return (
      <p className="min-w-0 flex-1">
        {day} · {eventText(line.event, speech)}
      </p>
    );
  }
  const { note } = line;
  return (
    <>
      <p className="min-w-0 flex-1">
        {day} · <span className="rounded-sm bg-note px-1">{note.text}</span>{' '}
        <small>{t('health.notes.by', { author: note.author })}</small>
      </p>
      {canChange && <NoteMenu ws={ws} note={note} edit={edit} />}
    </>
  );
}

interface NoteMenuProps {
  readonly ws: string;
  readonly note: NoteLine;
  readonly edit: (draft: Draft) => void;
}

function NoteMenu({ ws, note, edit }: NoteMenuProps): ReactNode {
  const t = useWords();
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: [ws, 'notes'] });
  const remove = async (): Promise<void> => {
    await api.delete<void>(`/notes/${note.id}`);
    await refresh();
    const again = async (): Promise<void> => {
      await api.post('/notes', { day: note.day, text: note.text });
      await refresh();
    };
    say(t('health.notes.removed'), { undo: () => void again().catch((error: unknown) => sayProblem(error, t)) });
  };
  return (
    <Menu trigger={<IconButton label={t('health.notes.acts')} icon={<Ellipsis size={14} />} className="size-6" />}>
      <MenuItem onSelect={() => edit(note)}>{t('health.notes.change')}</MenuItem>
      <MenuItem danger onSelect={() => void remove().catch((error: unknown) => sayProblem(error, t))}>
        {t('health.notes.remove')}
      </MenuItem>
    </Menu>
  );
}
