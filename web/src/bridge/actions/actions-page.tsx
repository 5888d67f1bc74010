import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useHere } from '#web/app/session.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { EffortLead } from './effort-lead.tsx';
import { Log } from './log.tsx';
import { Triage } from './triage.tsx';

const route = getRouteApi('/$ws/actions');

/** What the field does, and what it serves: what waits to be sorted, and what was sorted. */
export function ActionsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const [view, setView] = useUrlState();
  const [logging, setLogging] = useState(false);
  const { space } = useHere();
  useShortcut('actionLog', () => setLogging(true), space.can.logActions);
  return (
    <Page
      title={t('actions.title')}
      actions={
        space.can.logActions && (
          <Button keys="n" onClick={() => setLogging(true)}>
            <Plus aria-hidden size={14} />
            {t('actions.log')}
          </Button>
        )
      }
    >
      <EffortLead ws={ws} />
      <Tabs
        label={t('actions.title')}
        value={view['tab'] === 'log' ? 'log' : 'sort'}
        onChange={(tab) => setView({ tab: tab === 'sort' ? undefined : tab })}
        tabs={[
          { id: 'sort', label: t('actions.tab.sort'), panel: <Triage ws={ws} /> },
          { id: 'log', label: t('actions.tab.log'), panel: <Log ws={ws} /> },
        ]}
      />
      {logging && <ActionDialog ws={ws} onClose={() => setLogging(false)} />}
    </Page>
  );
}
