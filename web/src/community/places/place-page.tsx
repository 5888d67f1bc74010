import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { PlacePatch, PlaceView } from '#community/places/wire.ts';
import type { ChannelRow, ChannelsView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import { kindOf } from './kind-of.ts';
import { placesQuery } from './places-query.ts';

const route = getRouteApi('/$ws/places/$place');

/** One place: its channels, its name and language, and taking it away with all it brought. */
export function PlacePage(): ReactNode {
  const t = useWords();
  const { ws, place: id } = route.useParams();
  const places = useQuery(placesQuery(ws));
  const channels = useQuery({
    queryKey: [ws, 'channels', id],
    queryFn: ({ signal }) => api.get<ChannelsView>('/channels', { query: { place: id }, signal }),
  });
  const place = places.data?.items.find((one) => one.id === id);
  return (
    <Page title={place?.name ?? t('places.one')} aside={place === undefined ? undefined : kindOf(place.connector, t)}>
      {(places.isPending || channels.isPending) && <Skeleton />}
      {channels.isError && <ErrorNote error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.data !== undefined && <Channels ws={ws} channels={channels.data.items} />}
      {place !== undefined && <Acts ws={ws} place={place} />}
    </Page>
  );
}

function Acts({ ws, place }: { readonly ws: string; readonly place: PlaceView }): ReactNode {
  return (
    <div className="grid items-start gap-3.5 wide:grid-cols-2">
      {place.can.edit && <PlaceForm ws={ws} place={place} />}
      {place.can.remove && <Removal ws={ws} place={place} />}
    </div>
  );
}

function Channels({ ws, channels }: { readonly ws: string; readonly channels: readonly ChannelRow[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const columns: readonly Column<ChannelRow>[] = [
    {
      id: 'name',
      header: t('places.channel'),
      cell: (one) =>
        one.threaded ? (
          <Link
            to="/$ws/threads"
            params={{ ws }}
            search={{ place: one.placeId, channel: one.id }}
            className="font-medium hover:underline"
          >
            {one.name}
          </Link>
        ) : (
          <Link to="/$ws/channels/$channel" params={{ ws, channel: one.id }} className="font-medium hover:underline">
            {one.name}
          </Link>
        ),
    },
    {
      id: 'threads',
      header: t('places.threads'),
      figures: true,
      cell: (one) => (one.threaded ? format.number(one.threads) : '–'),
    },
    { id: 'messages', header: t('places.messages'), figures: true, cell: (one) => format.number(one.messages) },
  ];
  return <Table caption={t('places.channels')} columns={columns} rows={channels} rowKey={(one) => one.id} />;
}

function PlaceForm({ ws, place }: { readonly ws: string; readonly place: PlaceView }): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState(place.name);
  const [language, setLanguage] = useState(place.language ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const patch: PlacePatch = {
        version: place.version,
        name,
        language: language === 'fr' || language === 'en' ? language : null,
      };
      await api.patch(`/places/${place.id}`, patch);
      await queryClient.invalidateQueries({ queryKey: [ws] });
      say(t('settings.saved'));
    });
  };
  return (
    <Card title={t('places.change')}>
      <form onSubmit={submit} className="grid gap-3">
        <ProblemRefusal problem={problem} />
        <Field label={t('imports.place.name')}>
          <TextInput required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('imports.language')} hint={t('places.language.hint')}>
          <Select
            value={language}
            onChange={setLanguage}
            options={[
              { value: '', label: t('imports.language.any') },
              { value: 'fr', label: t('imports.language.fr') },
              { value: 'en', label: t('imports.language.en') },
            ]}
          />
        </Field>
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('settings.save')}
        </Button>
      </form>
    </Card>
  );
}

function Removal({ ws, place }: { readonly ws: string; readonly place: PlaceView }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const remove = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.post(`/places/${place.id}/remove`, { name });
      await queryClient.invalidateQueries({ queryKey: [ws] });
      say(t('places.removed'));
      await navigate({ to: '/$ws/places', params: { ws } });
    });
  };
  return (
    <Card title={t('places.remove')}>
      <form onSubmit={remove} className="grid gap-3">
        <p className="text-soft">{t('places.remove.lead')}</p>
        <ProblemRefusal problem={problem} />
        <Field label={t('places.remove.name', { name: place.name })}>
          <TextInput autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button
          type="submit"
          tone="danger"
          busy={busy}
          disabled={name.trim() !== place.name}
          className="justify-self-start"
        >
          {t('places.remove.go')}
        </Button>
      </form>
    </Card>
  );
}
