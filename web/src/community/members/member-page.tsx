import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MemberView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';

import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Affiliations } from './affiliations.tsx';
import { MemberHeard } from './heard-card.tsx';
import { Identities } from './identities.tsx';
import { KindCard } from './kind-card.tsx';
import { PersonalDataCard } from './personal-data.tsx';
import { StandingCard } from './standing-card.tsx';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/$ws/members/$member');

/** One member: accounts, what he wrote across places, who he is for the house, what is held about him. */
export function MemberPage(): ReactNode {
  const t = useWords();
  const { ws, member: id } = route.useParams();
  const member = useQuery({
    queryKey: [ws, 'member', id],
    queryFn: ({ signal }) => api.get<MemberView>(`/members/${id}`, { signal }),
  });
  const title =
    member.data === undefined
      ? t('members.one')
      : member.data.erasedAt === null
        ? member.data.name
        : t('members.erased');
  return (
    <Page title={title} toolbar={member.data && <MemberLead member={member.data} />}>
      {member.isPending && <Skeleton />}
      {member.isError && <ErrorNote error={member.error} onRetry={() => void member.refetch()} />}
      {member.data !== undefined && <MemberBody ws={ws} member={member.data} />}
    </Page>
  );
}

function MemberLead({ member }: { readonly member: MemberView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-2 text-soft">
      {member.kind === 'staff' && <Chip hue="field">{t('members.staff')}</Chip>}
      {member.kind === 'bot' && <Chip>{t('members.bot')}</Chip>}
      <span>{t('members.messages', { n: member.messages, count: format.number(member.messages) })}</span>
      {member.first !== null && member.last !== null && (
        <span>
          <span aria-hidden>· </span>
          {t('members.between', { first: format.day(member.first), last: format.day(member.last) })}
        </span>
      )}
    </p>
  );
}

function MemberBody({ ws, member }: { readonly ws: string; readonly member: MemberView }): ReactNode {
  const t = useWords();
  if (member.mergedInto !== null) {
    return (
      <p>
        {t('members.merged_into')}{' '}
        <Link to="/$ws/members/$member" params={{ ws, member: member.mergedInto }} className="font-medium underline">
          {t('members.open_other')}
        </Link>
      </p>
    );
  }
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-[minmax(0,1fr)_22rem] wide:grid-rows-[auto_1fr]">
      <aside className="grid gap-3.5 wide:col-start-2">
        <StandingCard ws={ws} memberId={member.id} />
        {member.erasedAt === null && <Identities ws={ws} member={member} />}
        {member.erasedAt !== null && <p className="text-soft">{t('members.erased.about')}</p>}
      </aside>
      <div className="min-w-0 wide:col-start-1 wide:row-span-2 wide:row-start-1">
        <Timeline ws={ws} memberId={member.id} isErased={member.erasedAt !== null} />
      </div>
      <div className="grid gap-3.5 wide:col-start-2">
        {member.erasedAt === null && <MemberHeard ws={ws} memberId={member.id} name={member.name} />}
        {member.erasedAt === null && <KindCard ws={ws} member={member} />}
        {member.erasedAt === null && <Affiliations ws={ws} member={member} />}
        {member.can.erase && <PersonalDataCard ws={ws} member={member} />}
      </div>
    </div>
  );
}
