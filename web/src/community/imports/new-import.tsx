import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { RunView, NewImport as Asked } from '#community/imports/wire.ts';
import type { Sent } from '#web/app/api.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import { sendFile } from './send-file.ts';

const NEW = 'new';

/** One file, one place: choose both, and the file leaves in pieces. */
export function NewImport({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const { busy, problem, run } = useAct();
  const [file, setFile] = useState<File>();
  const [place, setPlace] = useState(NEW);
  const [name, setName] = useState('');
  const [language, setLanguage] = useState('');
  const [sent, setSent] = useState<Sent>();
  const stopping = useRef<AbortController>(undefined);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (file === undefined) return;
    const controller = new AbortController();
    stopping.current = controller;
    run(async () => {
      const asked: Asked = { place: placeOf(place, name, language), fileName: file.name, bytes: file.size };
      const made = await api.post<RunView>('/imports', asked);
      try {
        await sendFile(made, file, { onProgress: setSent, signal: controller.signal });
      } catch (error) {
        if (!controller.signal.aborted) throw error;
        await api.delete(`/imports/${made.id}`);
        setSent(undefined);
        return;
      }
      await navigate({ to: '/$ws/imports/$run', params: { ws, run: made.id } });
    });
  };
  const choose = (chosen: File): void => {
    setFile(chosen);
    if (name === '') setName(nameFrom(chosen.name));
  };
  return (
    <Card title={t('imports.new')}>
      <form onSubmit={submit} className="grid max-w-[44rem] gap-3">
        <ProblemRefusal problem={problem} />
        <FileDrop label={t('imports.file')} hint={t('imports.file.hint')} chosen={file} onChoose={choose} />
        <PlaceFields
          ws={ws}
          place={place}
          onPlace={setPlace}
          name={name}
          onName={setName}
          language={language}
          onLanguage={setLanguage}
        />
        {sent !== undefined && busy && <Sending sent={sent} />}
        <div className="flex gap-2">
          <Button
            type="submit"
            tone="main"
            busy={busy}
            disabled={file === undefined || (place === NEW && name.trim() === '')}
          >
            {t('imports.send')}
          </Button>
          {busy && <Button onClick={() => stopping.current?.abort()}>{t('imports.cancel')}</Button>}
        </div>
      </form>
    </Card>
  );
}

function placeOf(place: string, name: string, language: string): Asked['place'] {
  if (place !== NEW) return { id: place };
  return language === 'fr' || language === 'en' ? { name: name.trim(), language } : { name: name.trim() };
}

/** A first name for the place, from that of the file. */
function nameFrom(fileName: string): string {
  return fileName
    .replace(/(\.tar)?\.[a-z0-9]+$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .slice(0, 120);
}

function Sending({ sent }: { readonly sent: Sent }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <Progress
      label={t('imports.sending', { done: format.bytes(sent.sent), total: format.bytes(sent.total) })}
      done={sent.sent}
      total={sent.total}
      unit={t('imports.bytes')}
    />
  );
}

interface PlaceFieldsProps {
  readonly ws: string;
  readonly place: string;
  readonly onPlace: (place: string) => void;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

function PlaceFields({ ws, place, onPlace, name, onName, language, onLanguage }: PlaceFieldsProps): ReactNode {
  const t = useWords();
  const places = useQuery(placesQuery(ws));
  const options = [
    { value: NEW, label: t('imports.place.new') },
    ...(places.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <div className="grid items-start gap-3 wide:grid-cols-3">
      <Field label={t('imports.place')} hint={t('imports.place.hint')}>
        <Select value={place} options={options} onChange={onPlace} />
      </Field>
      {place === NEW && (
        <>
          <Field label={t('imports.place.name')}>
            <TextInput required maxLength={120} value={name} onChange={(event) => onName(event.target.value)} />
          </Field>
          <Field label={t('imports.language')} optional>
            <Select
              value={language}
              onChange={onLanguage}
              options={[
                { value: '', label: t('imports.language.any') },
                { value: 'fr', label: t('imports.language.fr') },
                { value: 'en', label: t('imports.language.en') },
              ]}
            />
          </Field>
        </>
      )}
    </div>
  );
}
