import { useNavigate } from '@tanstack/react-router';
import { ListTree } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FigureRegistry } from '#cockpit/figures/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';

interface AllFiguresProps {
  readonly ws: string;
  /** Undefined until it is there. */
  readonly registry: FigureRegistry | undefined;
}

/** The way to every figure, those the panel does not show among them; the view goes along. */
export function AllFigures({ ws, registry }: AllFiguresProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const open = (figure: string): void => {
    void navigate({ to: '/$ws/health/$figure', params: { ws, figure }, search: (before: object) => before });
  };
  return (
    <Menu
      trigger={
        <Button tone="plain">
          <ListTree aria-hidden="true" size={15} />
          {t('health.all')}
        </Button>
      }
    >
      {registry?.items.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => open(id)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
