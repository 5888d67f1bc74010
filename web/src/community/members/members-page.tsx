import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MemberRow, MembersView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { PagedList } from '#web/app/paged-list.tsx';
import { useUrlState } from '#web/app/url-state.ts';
import { usePages } from '#web/app/use-pages.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import type { Filter } from '#web/ui/filter-bar.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Page } from '#web/ui/page.tsx';

const route = getRouteApi('/$ws/members');
const PAGE = 100;

/** Everybody of the community, staff and bots told apart, those who never wrote too. */
export function MembersPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { ws } = route.useParams();
  const [view, setView] = useUrlState();
  const places = useQuery(placesQuery(ws));
  const members = usePages<MemberRow>({
    key: [ws, 'members', view],
    size: PAGE,
    fetch: ({ offset, limit, signal }) =>
      api.get<MembersView>('/members', { query: { ...view, offset, limit }, signal }),
  });
  const placeOptions = (places.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page
      title={t('members.title')}
      aside={
        members.total === undefined
          ? undefined
          : t('members.count', { n: members.total, count: format.number(members.total) })
      }
      actions={
        <LinkButton to="/$ws/merges" params={{ ws }}>
          {t('members.merges')}
        </LinkButton>
      }
      toolbar={<FilterBar searchId="q" filters={filtersOf(t, placeOptions)} values={view} onChange={setView} />}
    >
      <PagedList
        label={t('members.title')}
        pages={members}
        rowHeight={56}
        row={(row) => <MemberLine member={row} />}
        onOpen={({ id }) => void navigate({ to: '/$ws/members/$member', params: { ws, member: id } })}
        empty={
          <EmptyState
            why={t(Object.keys(view).length > 0 ? 'members.none_fit' : 'members.none')}
            example={t('members.none.example')}
          />
        }
      />
    </Page>
  );
}

function filtersOf(t: Translate, places: Filter['options']): readonly Filter[] {
  return [
    { id: 'place', label: t('members.place'), options: places },
    {
      id: 'kind',
      label: t('members.kind'),
      options: [
        { value: 'person', label: t('members.kind.person') },
        { value: 'staff', label: t('members.kind.staff') },
        { value: 'bot', label: t('members.kind.bot') },
      ],
    },
    {
      id: 'wrote',
      label: t('members.wrote'),
      options: [
        { value: 'yes', label: t('members.wrote.yes') },
        { value: 'no', label: t('members.wrote.no') },
      ],
    },
    {
      id: 'order',
      label: t('members.order'),
      any: t('members.order.latest'),
      options: [
        { value: 'name', label: t('members.order.name') },
        { value: 'messages', label: t('members.order.messages') },
        { value: 'first', label: t('members.order.first') },
      ],
    },
  ];
}

function MemberLine({ member }: { readonly member: MemberRow | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (member === undefined) return <div aria-busy className="m-3 h-7 animate-pulse rounded-md bg-sunk" />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-3.5 py-1.5">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{member.erased ? t('members.erased') : member.name}</span>
        {member.kind !== 'person' && (
          <Chip hue={member.kind === 'staff' ? 'field' : 'plain'}>
            {t(member.kind === 'staff' ? 'members.staff' : 'members.bot')}
          </Chip>
        )}
        {member.byNameOnly && !member.erased && <Chip>{t('members.by_name')}</Chip>}
      </span>
      <span className="text-right whitespace-nowrap tabular-nums">
        {t('members.messages', { n: member.messages, count: format.number(member.messages) })}
      </span>
      <small className="truncate">{member.places.join(' · ')}</small>
      <small className="text-right whitespace-nowrap">
        {member.last === null ? t('members.silent') : t('members.last', { day: format.day(member.last) })}
      </small>
    </div>
  );
}
