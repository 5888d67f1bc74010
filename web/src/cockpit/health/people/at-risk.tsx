import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AtRisk as Detail } from '#cockpit/figures/lifecycle/wire.ts';
import type { AtRiskMember, AtRiskMembers } from '#cockpit/standing/wire.ts';
import type { PrivacyView } from '#workspace/privacy/wire.ts';
import { api } from '#web/app/api.ts';
import { PagedList } from '#web/app/paged-list.tsx';
import { usePages } from '#web/app/use-pages.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import type { DetailProps } from '../details.ts';
import { askedOf } from '../replies/asked.ts';

const PAGE = 50;

/** For how long those at risk have been silent; who they are, for whoever works with members by name. */
export function AtRisk({ detail, view }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const { ws, answer } = view;
  const privacy = useQuery({
    queryKey: [ws, 'privacy'],
    queryFn: ({ signal }) => api.get<PrivacyView>('/privacy', { signal }),
  });
  return (
    <>
      <Card title={t('health-people.risk')}>
        {detail.persons === 0 ? (
          <p className="py-1 text-soft">{t('health-people.risk.none')}</p>
        ) : (
          <Silences detail={detail} />
        )}
      </Card>
      {privacy.data?.can.seeFew === false && <p className="text-sm text-soft">{t('health-people.risk.not_named')}</p>}
      {privacy.data?.can.seeFew === true && detail.persons > 0 && (
        <Members ws={ws} asked={askedOf(answer.request)} persons={detail.persons} />
      )}
    </>
  );
}

/** One bar for each length of silence; the number beside it says the same. */
function Silences({ detail: { silences } }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const most = Math.max(1, ...silences.map(({ persons }) => persons));
  return (
    <ul className="grid gap-1.5">
      {silences.map(({ from, until, persons }) => (
        <li key={from} className="grid grid-cols-[8rem_minmax(0,1fr)_7rem] items-center gap-3">
          <span className="text-soft">{t('health-people.risk.class', { from, until: until - 1 })}</span>
          <span aria-hidden className="h-2 rounded-sm bg-sunk">
            <span className="block h-2 rounded-sm bg-cockpit" style={{ width: `${(persons / most) * 100}%` }} />
          </span>
          <span className="text-right tabular-nums">
            {t('health-people.persons', { n: persons, count: format.number(persons) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface MembersProps {
  readonly ws: string;
  readonly asked: ReturnType<typeof askedOf>;
  readonly persons: number;
}

function Members({ ws, asked, persons }: MembersProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const members = usePages<AtRiskMember>({
    key: [ws, 'figures', 'at_risk', 'members', asked],
    size: PAGE,
    fetch: ({ offset, limit, signal }) =>
      api.get<AtRiskMembers>('/figures/at_risk/members', { query: { ...asked, offset, limit }, signal }),
  });
  return (
    <Card
      title={t('health-people.risk.list')}
      aside={t('health-people.persons', { n: persons, count: format.number(persons) })}
    >
      <PagedList
        label={t('health-people.risk.list')}
        pages={members}
        rowHeight={60}
        row={(member) => <Line member={member} />}
        onOpen={({ id }) => void navigate({ to: '/$ws/members/$member', params: { ws, member: id } })}
        empty={<p className="py-2 text-soft">{t('health-people.risk.list.none')}</p>}
      />
    </Card>
  );
}

function Line({ member }: { readonly member: AtRiskMember | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (member === undefined) return <div aria-busy className="m-3 h-8 animate-pulse rounded-md bg-sunk" />;
  const { name, last, silent, bound, gap, acts } = member;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-3.5 py-2">
      <span className="truncate font-medium">{name ?? t('health-people.risk.erased')}</span>
      <span className="text-right whitespace-nowrap tabular-nums">
        {t('health-people.risk.silent', { days: silent })}
      </span>
      <small className="truncate">{t('health-people.risk.acts', { n: acts, last: format.day(last) })}</small>
      <small className="text-right whitespace-nowrap max-wide:hidden">
        {t('health-people.risk.reason', { gap: format.number(gap), bound: format.number(bound) })}
      </small>
    </div>
  );
}
