import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SegmentMember, SegmentMembers } from '#cockpit/segments/wire.ts';
import { api } from '#web/app/api.ts';
import { PagedList } from '#web/app/paged-list.tsx';
import { usePages } from '#web/app/use-pages.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { MemberWords } from './member-words.tsx';
import { segmentsQuery } from './segments-query.ts';

const route = getRouteApi('/$ws/segments/$segment');
const PAGE = 100;

/** The members of one segment, whoever contributed last first. */
export function SegmentMembersPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { ws, segment } = route.useParams();
  const name = useSegmentName(ws, segment);
  const members = usePages<SegmentMember>({
    key: [ws, 'segments', segment, 'members'],
    size: PAGE,
    fetch: async ({ offset, limit, signal }) => {
      const page = await api.get<SegmentMembers>(`/segments/${segment}/members`, { query: { offset, limit }, signal });
      return { items: page.items, total: page.members ?? 0 };
    },
  });
  const { total } = members;
  return (
    <Page
      title={name ?? t('segments.one')}
      aside={total === undefined ? undefined : t('segments.size', { n: total, count: format.number(total) })}
      actions={
        <LinkButton to="/$ws/segments" params={{ ws }}>
          {t('segments.all')}
        </LinkButton>
      }
    >
      <PagedList
        label={name ?? t('segments.one')}
        pages={members}
        rowHeight={56}
        row={(member) => <MemberWords member={member} />}
        onOpen={({ id }) => void navigate({ to: '/$ws/members/$member', params: { ws, member: id } })}
        empty={<EmptyState why={t('segments.nobody')} example={t('segments.nobody.example')} />}
      />
    </Page>
  );
}

function useSegmentName(ws: string, id: string): string | undefined {
  const language = useLanguage();
  const { data } = useQuery(segmentsQuery(ws));
  return data?.presets.find((one) => one.id === id)?.name[language] ?? data?.items.find((one) => one.id === id)?.name;
}
