import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Unanswered as Detail } from '#cockpit/figures/replies/wire.ts';
import type { UnansweredThread, UnansweredThreads } from '#cockpit/figures/unanswered/wire.ts';
import { api } from '#web/app/api.ts';
import { PagedList } from '#web/app/paged-list.tsx';
import { usePages } from '#web/app/use-pages.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { When } from '#web/ui/when.tsx';
import type { DetailProps } from '../details.ts';
import { askedOf } from './asked.ts';

const PAGE = 50;

/** Questions nobody answered: how long they have been waiting, then each of them, the oldest first. */
export function Unanswered({ detail, view }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { ws, answer } = view;
  const asked = askedOf(answer.request);
  const threads = usePages<UnansweredThread>({
    key: [ws, 'figures', 'unanswered', 'threads', asked],
    size: PAGE,
    fetch: ({ offset, limit, signal }) =>
      api.get<UnansweredThreads>('/figures/unanswered/threads', { query: { ...asked, offset, limit }, signal }),
  });
  if (detail.total === 0) return undefined;
  return (
    <>
      <Card title={t('health-replies.ages')}>
        <Ages detail={detail} />
      </Card>
      <Card
        title={t('health-replies.waiting')}
        aside={t('health-replies.threads', { n: detail.total, count: format.number(detail.total) })}
      >
        <PagedList
          label={t('health-replies.waiting')}
          pages={threads}
          rowHeight={60}
          row={(row) => <Line thread={row} />}
          onOpen={({ id }) => void navigate({ to: '/$ws/threads/$thread', params: { ws, thread: id } })}
          empty={<p className="py-2 text-soft">{t('health-replies.waiting.none')}</p>}
        />
      </Card>
    </>
  );
}

/** One bar for each age; the number beside it says the same. */
function Ages({ detail: { ages, total } }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const most = Math.max(...ages.map(({ threads }) => threads));
  // Ages nothing has reached yet tell nothing.
  const reached = ages.slice(0, ages.findLastIndex(({ threads }) => threads > 0) + 1);
  return (
    <ul className="grid gap-1.5">
      {reached.map(({ days, threads }, place) => (
        <li key={days ?? 'more'} className="grid grid-cols-[7.5rem_minmax(0,1fr)_5rem] items-center gap-3">
          <span className="text-soft">
            {days === null
              ? t('health-replies.age.more', { days: ages[place - 1]?.days ?? 0 })
              : t('health-replies.age.less', { days })}
          </span>
          <span aria-hidden className="h-2 rounded-sm bg-sunk">
            <span className="block h-2 rounded-sm bg-cockpit" style={{ width: `${(threads / most) * 100}%` }} />
          </span>
          <span className="text-right tabular-nums">
            {format.number(threads)} <small>{format.percent(threads / total)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Observation ends with the newest fact: a question that is that fact has not waited at all. */
function isJust(age: UnansweredThread['age']): boolean {
  return 'seconds' in age && age.seconds < 60;
}

function Line({ thread }: { readonly thread: UnansweredThread | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (thread === undefined) return <div aria-busy className="m-3 h-8 animate-pulse rounded-md bg-sunk" />;
  const { title, place, channel, opened, age } = thread;
  const waited = 'seconds' in age ? format.duration(age.seconds) : t('health-replies.days', { n: age.days });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-3.5 py-2">
      <span className="truncate font-medium">{title ?? t('reading.untitled')}</span>
      <span className="text-right whitespace-nowrap tabular-nums">
        <span className="max-wide:hidden">
          {isJust(age) ? t('health-replies.waited.just') : t('health-replies.waited', { age: waited })}
        </span>
        <span className="wide:hidden">{waited}</span>
      </span>
      <small className="truncate">
        {place.name} · {channel.name}
      </small>
      <small className="text-right whitespace-nowrap">
        <When when={opened} dayOnly />
      </small>
    </div>
  );
}
