import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { PAGES } from '../pages.ts';
import type { PageEntry } from '../pages.ts';
import type { SessionSpace } from '../session.ts';
import { useLiveShortcut, useShortcut } from '../shortcuts.ts';
import { Creating } from './creating.tsx';
import { Palette } from './palette.tsx';
import { Raising } from './raising.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

interface CommandsProps {
  readonly ws: string;
  readonly can: SessionSpace['can'];
  readonly palette: boolean;
  readonly setPalette: (open: boolean) => void;
}

/** What the keyboard reaches from everywhere: the palette, the list of shortcuts, the go-to sequences, what can be begun. */
export function Commands({ ws, can, palette, setPalette }: CommandsProps): ReactNode {
  const [help, setHelp] = useState(false);
  useShortcut('palette', () => setPalette(!palette));
  useShortcut('help', () => setHelp(true));
  const pages = PAGES.filter((page) => page.needs === undefined || can[page.needs]);
  return (
    <>
      {pages.map((page) => page.goTo !== undefined && <GoTo key={page.id} ws={ws} page={page} goTo={page.goTo} />)}
      {palette && <Palette ws={ws} pages={pages} can={can} onClose={() => setPalette(false)} />}
      {can.raise && <Raising ws={ws} />}
      <Creating ws={ws} can={can} />
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}

interface GoToProps {
  readonly ws: string;
  readonly page: PageEntry;
  readonly goTo: string;
}

function GoTo({ ws, page, goTo }: GoToProps): ReactNode {
  const navigate = useNavigate();
  useLiveShortcut(
    { keys: `g ${goTo}`, word: page.title, place: 'everywhere' },
    () => void navigate({ to: `/${ws}${page.path}` }),
  );
  return undefined;
}
