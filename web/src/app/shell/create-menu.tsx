import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { begin, creationsOf } from '../creations.ts';
import { preferences } from '../preferences.ts';
import type { SessionSpace } from '../session.ts';
import { useShortcut } from '../shortcuts.ts';

interface CreateMenuProps {
  readonly can: SessionSpace['can'];
  /** On a narrow screen: a drawing in the bar, without a key. */
  readonly small?: boolean;
}

/** What this person may begin, behind one button and one key; in the open menu each has its letter. Nothing where he may nothing. */
export function CreateMenu({ can, small = false }: CreateMenuProps): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const allowed = creationsOf(can);
  // Folded away on a narrow screen, the button has nowhere to open its menu.
  useShortcut('create', () => setOpen(button.current?.offsetParent !== null), !small && allowed.length > 0);
  if (allowed.length === 0) return undefined;
  const onKey = (event: KeyboardEvent): void => {
    const meant = preferences().singleKeys && allowed.find(({ keys }) => keys === `c ${event.key.toLowerCase()}`);
    if (meant === undefined || meant === false || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    begin(meant.id);
  };
  const items = allowed.map(({ id, keys, word }) => (
    <MenuItem key={id} keys={keys.slice(-1)} onSelect={() => begin(id)}>
      {t(word)}
    </MenuItem>
  ));
  const opened = { open, onOpen: setOpen, onKey };
  if (small)
    return (
      <Menu {...opened} trigger={<IconButton label={t('shell.create')} icon={<Plus size={18} />} />}>
        {items}
      </Menu>
    );
  return (
    <span className="hidden wide:contents">
      <Menu
        {...opened}
        trigger={
          <Button ref={button} keys="c">
            {t('shell.create')}
          </Button>
        }
      >
        {items}
      </Menu>
    </span>
  );
}
