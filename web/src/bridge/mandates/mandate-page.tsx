import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { IconButton, LinkButton } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Acts } from './acts.tsx';
import { ActsSoFar } from './acts-so-far.tsx';
import { Discussion } from './discussion.tsx';
import { Events } from './events.tsx';
import { Expected } from './expected.tsx';
import { HeardFor } from './heard-for.tsx';
import { mandateQuery } from './mandates-query.ts';
import { Signatures } from './signatures.tsx';
import { Terms } from './terms.tsx';
import { Turn } from './turn.tsx';

const route = getRouteApi('/$ws/mandates/$mandate');

/** One mandate: what is asked, what was said of it, what was done for it. */
export function MandatePage(): ReactNode {
  const t = useWords();
  const { ws, mandate: id } = route.useParams();
  const mandate = useQuery(mandateQuery(ws, id));
  const { data } = mandate;
  return (
    <Page
      title={data?.intention ?? t('mandates.one')}
      actions={
        <>
          <LinkButton tone="quiet" to="/$ws/mandates" params={{ ws }}>
            {t('mandates.all')}
          </LinkButton>
          <IconButton label={t('mandates.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          {data !== undefined && <Acts ws={ws} mandate={data} />}
        </>
      }
    >
      {mandate.isPending && <Skeleton />}
      {mandate.isError && <ErrorNote error={mandate.error} onRetry={() => void mandate.refetch()} />}
      {data !== undefined && <Found ws={ws} mandate={data} />}
    </Page>
  );
}

function Found({ ws, mandate }: { readonly ws: string; readonly mandate: MandateView }): ReactNode {
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 gap-3.5 max-wide:contents">
        <Terms ws={ws} mandate={mandate} />
        <Expected ws={ws} mandate={mandate} />
        <Discussion mandate={mandate} />
        {/* On paper a mandate is what was asked and agreed on; how much was done stands in its effort. */}
        <div className="no-print">
          <ActsSoFar ws={ws} mandate={mandate} />
        </div>
        <div className="no-print">
          <HeardFor ws={ws} mandate={mandate.id} />
        </div>
        <Signatures mandate={mandate} />
      </div>
      <div className="grid min-w-0 gap-3.5 max-wide:contents">
        <div className="max-wide:order-first">
          <Turn mandate={mandate} />
        </div>
        <Events events={mandate.events} />
      </div>
    </div>
  );
}
