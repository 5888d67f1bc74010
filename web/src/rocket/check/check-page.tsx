import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckView } from '#rocket/check/wire.ts';
import { lastOf } from '#web/cockpit/health/days.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { checkQuery } from '#web/rocket/rocket-query.ts';
import { AxesPlot } from './axes-plot.tsx';
import { BandCard } from './band-card.tsx';
import { History } from './history.tsx';
import { PathCard } from './path-card.tsx';
import { RocketDrawing } from './rocket-drawing.tsx';

const route = getRouteApi('/$ws/check');
const BANDS = ['cockpit', 'bridge', 'field'] as const;

/** Which stage of the rocket is missing, told from what the traces show, and what to do first. */
export function CheckPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const check = useQuery(checkQuery(ws));
  return (
    <Page
      title={t('check.title')}
      aside={check.data !== undefined && <Days check={check.data} />}
      actions={
        <>
          <LinkButton to="/$ws/charter" params={{ ws }}>
            {t('charter.title')}
          </LinkButton>
          <Button onClick={() => window.print()}>
            <Printer aria-hidden size={14} />
            {t('check.print')}
          </Button>
        </>
      }
    >
      {check.isPending && <Skeleton />}
      {check.isError && <ErrorNote error={check.error} onRetry={() => void check.refetch()} />}
      {check.data !== undefined && <Found ws={ws} check={check.data} />}
    </Page>
  );
}

function Found({ ws, check }: { readonly ws: string; readonly check: CheckView }): ReactNode {
  const t = useWords();
  const { sentence, bands, indicators, axes, history, path } = check;
  return (
    <>
      <p className="text-lg">
        <b>{t(`check.say.${sentence}`)}</b> {t(`check.then.${sentence}`)}
      </p>
      <div className="grid items-start gap-4 wide:grid-cols-[11rem_minmax(0,1fr)] large:grid-cols-[14rem_minmax(0,1fr)_17.5rem] print:grid-cols-[9rem_minmax(0,1fr)]">
        <div className="wide:sticky wide:top-4">
          <div className="mx-auto max-w-[8rem] wide:max-w-none">
            <RocketDrawing bands={bands} />
          </div>
        </div>
        <div className="grid min-w-0 gap-3">
          {BANDS.map((band) => (
            <BandCard
              key={band}
              ws={ws}
              band={band}
              state={bands[band]}
              indicators={indicators.filter((one) => one.band === band)}
            />
          ))}
        </div>
        <div className="grid min-w-0 gap-3 wide:col-start-2 large:col-start-auto">
          <AxesPlot axes={axes} history={history} />
          <PathCard ws={ws} path={path} />
        </div>
      </div>
      <History check={check} />
    </>
  );
}

/** Over which days: those of the members may end earlier, with what was imported. */
function Days({ check: { window, figuresWindow } }: { readonly check: CheckView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const until = lastOf(figuresWindow ?? window);
  return t('check.days', { until: format.day(until) });
}
