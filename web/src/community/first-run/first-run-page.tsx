import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sessionQuery, useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Page } from '#web/ui/page.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

const COMING = ['discourse', 'nodebb', 'mastodon', 'mail', 'chats', 'forges'] as const;

/** Three doors for a workspace that holds nothing yet. */
export function FirstRunPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const places = useQuery(placesQuery(space.slug));
  return (
    <Page title={t('first-run.title')}>
      {places.data?.items.length === 0 && <p className="max-w-[60ch] text-soft">{t('first-run.lead')}</p>}
      <div className="grid items-stretch gap-3.5 wide:grid-cols-3">
        <Card title={t('first-run.import')} className="grid content-start gap-2">
          <p>{t('first-run.import.about')}</p>
          <p className="text-soft">{t('first-run.import.kinds')}</p>
          <LinkButton tone="main" to="/$ws/imports" params={{ ws: space.slug }} className="mt-2 justify-self-start">
            {t('first-run.import.go')}
          </LinkButton>
        </Card>
        <DemoDoor />
        <Card title={t('first-run.connect')} className="grid content-start gap-2">
          <p>{t('first-run.connect.about')}</p>
          <ul className="grid gap-1 text-soft">
            {COMING.map((one) => (
              <li key={one}>{t(`first-run.coming.${one}`)}</li>
            ))}
          </ul>
        </Card>
      </div>
      {(places.data?.items.length ?? 0) > 0 && (
        <LinkButton to="/$ws/places" params={{ ws: space.slug }} className="justify-self-start">
          {t('first-run.have_places')}
        </LinkButton>
      )}
    </Page>
  );
}

/** The made-up community, in a workspace of its own that one click removes. */
function DemoDoor(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { person } = useHere();
  const { busy, problem, run } = useAct();
  const open = (): void =>
    run(async () => {
      const { slug } = await api.post<{ slug: string }>('/demonstration');
      await queryClient.invalidateQueries(sessionQuery);
      await navigate({ to: '/$ws/demonstration', params: { ws: slug } });
    });
  return (
    <Card title={t('first-run.demo')} className="grid content-start gap-2">
      <p>{t('first-run.demo.about')}</p>
      <p className="text-soft">{t('first-run.demo.holds')}</p>
      <ProblemRefusal problem={problem} />
      {person.can.openWorkspace && (
        <Button busy={busy} onClick={open} className="mt-2 justify-self-start">
          {t('first-run.demo.go')}
        </Button>
      )}
    </Card>
  );
}
