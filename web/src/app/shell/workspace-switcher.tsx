import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Menu, MenuChoice } from '#web/ui/menu.tsx';
import { queryClient } from '../query.ts';
import { sessionQuery } from '../session.ts';
import type { SessionSpace } from '../session.ts';
import { BridgeMark } from './bridge-mark.tsx';

interface SwitcherProps {
  readonly space: SessionSpace;
  readonly workspaces: readonly SessionSpace[];
}

/** Which workspace this is; a menu when the person has several. */
export function WorkspaceSwitcher({ space, workspaces }: SwitcherProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const several = workspaces.length > 1;
  const face = <Face space={space} several={several} />;
  if (!several) return <div className="px-2 py-1">{face}</div>;
  const go = (slug: string): void => {
    // Nothing read in one workspace may be shown in another.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    void navigate({ to: '/$ws', params: { ws: slug } });
  };
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="rounded-md px-2 py-1 text-left hover:bg-hover">
          {face}
        </button>
      }
    >
      <MenuChoice
        label={t('shell.workspaces')}
        value={space.slug}
        onChange={go}
        choices={workspaces.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </Menu>
  );
}

function Face({ space, several }: { readonly space: SessionSpace; readonly several: boolean }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const mine = space.title ?? format.list(space.functions.map((one) => t(`shell.function.${one}`)));
  return (
    <span className="flex items-center gap-2.5">
      <BridgeMark />
      <span className="min-w-0 flex-1">
        <b className="block truncate text-[0.875rem] leading-tight">{space.name}</b>
        {mine !== '' && <small className="block truncate leading-tight">{mine}</small>}
      </span>
      {several && <ChevronsUpDown aria-hidden size={14} className="text-faint" />}
    </span>
  );
}
