import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { CONTROL } from '#web/ui/text-input.tsx';
import { cx } from '#web/ui/cx.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import type { PageEntry } from '../pages.ts';
import type { SessionSpace } from '../session.ts';
import { useOwnEntries } from './palette-entries.ts';
import type { Entry } from './palette-entries.ts';
import { useFound } from './palette-found.ts';

interface PaletteProps {
  readonly ws: string;
  readonly pages: readonly PageEntry[];
  readonly can: SessionSpace['can'];
  readonly onClose: () => void;
}

/** Type a few letters, in French or in English, and go or act. */
export function Palette({ ws, pages, can, onClose }: PaletteProps): ReactNode {
  const t = useWords();
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const own = useOwnEntries({ pages, can }, typed);
  const words = typed.trim();
  const found = useFound(ws, words);
  const entries = [...own, ...found.entries, ...searchEntry(words, t)];
  const here = Math.min(at, entries.length - 1);
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    if ('run' in entry) entry.run();
    else void navigate({ href: `/${ws}${entry.path}` });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((here + step + entries.length) % Math.max(entries.length, 1));
    else if (event.key === 'Enter') choose(entries[here]);
    else return;
    event.preventDefault();
  };
  const onPress = (event: MouseEvent): void => {
    const pressed =
      event.target instanceof Element ? event.target.closest('[data-place]')?.getAttribute('data-place') : null;
    if (pressed !== null && pressed !== undefined) choose(entries[Number(pressed)]);
  };
  return (
    <Dialog bare open onClose={onClose} title={t('shell.palette.title')}>
      <input
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length === 0 ? undefined : `${id}-${here}`}
        aria-label={t('shell.palette.title')}
        placeholder={t('shell.palette.placeholder')}
        className={cx(CONTROL, 'h-9 text-md')}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        onClick={onPress}
        onKeyDown={onKey}
        aria-label={t('shell.palette.results')}
        className="mt-2 max-h-[50dvh] overflow-y-auto"
      >
        {entries.map((entry, place) => (
          <PaletteLine
            key={entry.id}
            id={`${id}-${place}`}
            entry={entry}
            on={place === here}
            first={entry.group !== entries[place - 1]?.group}
            place={place}
          />
        ))}
      </div>
      <p role="status" className={entries.length === 0 ? 'px-2 py-3 text-soft' : 'sr-only'}>
        {said(entries.length, found.isLooking, t)}
      </p>
    </Dialog>
  );
}

/** The words themselves, wherever somebody wrote them. */
function searchEntry(words: string, t: Translate): Entry[] {
  if (words.length < 2) return [];
  const label = t('shell.palette.search', { words });
  return [{ id: 'search', group: t('nav.search'), label, path: `/search?q=${encodeURIComponent(words)}` }];
}

function said(entries: number, isLooking: boolean, t: Translate): string {
  if (isLooking) return t('shell.palette.looking');
  return entries === 0 ? t('shell.palette.none') : t('shell.palette.count', { n: entries });
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: Entry;
  readonly on: boolean;
  /** The first of its group names the group. */
  readonly first: boolean;
  readonly place: number;
}

function PaletteLine({ id, entry, on, first, place }: PaletteLineProps): ReactNode {
  return (
    <>
      {first && (
        <div role="presentation" className="px-2 pt-2 pb-0.5 text-sm text-soft">
          {entry.group}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={on}
        ref={(line) => {
          if (on) line?.scrollIntoView({ block: 'nearest' });
        }}
        data-place={place}
        tabIndex={-1}
        className={cx(
          'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2',
          on ? 'bg-cockpit-wash' : 'hover:bg-hover',
        )}
      >
        <span className="flex-1 truncate">{entry.label}</span>
        {entry.detail !== undefined && <small className="max-w-[45%] truncate">{entry.detail}</small>}
        {entry.keys !== undefined && <Kbd keys={entry.keys} />}
      </div>
    </>
  );
}
