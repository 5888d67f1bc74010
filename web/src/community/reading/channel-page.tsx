import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ChannelView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Stream } from './stream.tsx';

const route = getRouteApi('/$ws/channels/$channel');

/** One channel read as a single stream: what a chat without threads is. */
export function ChannelPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { ws, channel: id } = route.useParams();
  const channel = useQuery({
    queryKey: [ws, 'channel', id],
    queryFn: ({ signal }) => api.get<ChannelView>(`/channels/${id}`, { signal }),
  });
  const lead = channel.data && (
    <p className="text-soft">
      {channel.data.place.name} ·{' '}
      {t('reading.messages.count', { n: channel.data.messages, count: format.number(channel.data.messages) })}
    </p>
  );
  return (
    <Page title={channel.data?.name ?? t('reading.channel')} toolbar={lead} width="text">
      {channel.isPending && <Skeleton />}
      {channel.isError && <ErrorNote error={channel.error} onRetry={() => void channel.refetch()} />}
      {channel.data !== undefined && <Stream ws={ws} source={`/channels/${id}`} />}
    </Page>
  );
}
