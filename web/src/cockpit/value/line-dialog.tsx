import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { LineView, SheetView, StreamView } from '#cockpit/value/telling/wire.ts';
import { api } from '#web/app/api.ts';
import { useWords } from '#web/i18n/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { LineDraft } from './draft.ts';
import { inputsOf } from './draft.ts';
import { GivenFields } from './given-fields.tsx';
import { KeepActions, useKeeping } from './keeping.tsx';
import { inputKey } from './say-value.ts';

interface LineDialogProps {
  readonly ws: string;
  readonly sheet: SheetView;
  readonly stream: StreamView;
  readonly start: LineDraft;
  /** The line to change; absent: a new one. */
  readonly line?: LineView;
  readonly onClose: () => void;
}

/** Writes a line of the model, or changes one. */
export function LineDialog({ ws, sheet, stream, start, line, onClose }: LineDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const { busy, problem, keep } = useKeeping(ws, onClose);
  const [draft, setDraft] = useState(start);
  const [why, setWhy] = useState('');
  const set = (change: Partial<LineDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const inputs = inputsOf(draft, stream);
  const about = (path: string): string | undefined => problem?.about(`line.${path}`);
  const reason = why.trim() === '' ? {} : { why: why.trim() };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { name, every, which } = draft;
    const kind = stream.events.find((one) => one === draft.event);
    const counted = kind === undefined ? null : { kind, which: which.trim() === '' ? null : which };
    const body = { version: sheet.number, ...reason, line: { stream: stream.id, name, every, event: counted, inputs } };
    keep(() => (line === undefined ? api.post('/value/lines', body) : api.put(`/value/lines/${line.id}`, body)));
  };
  const remove = (id: string): void =>
    keep(() => api.post(`/value/lines/${id}/remove`, { version: sheet.number, ...reason }));
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(line === undefined ? 'value.line.new' : 'value.line.change', {
        stream: t(`value.stream.${stream.id}`),
      })}
      lead={t(`value.about.${stream.id}`)}
      actions={
        <KeepActions
          form={form}
          busy={busy}
          disabled={inputs === undefined || draft.name.trim() === ''}
          onClose={onClose}
          remove={line === undefined ? undefined : { label: t('value.line.remove'), onClick: () => remove(line.id) }}
        />
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {problem !== undefined && problem.errors.length === 0 && (
          <div ref={bringIntoSight}>
            <ErrorNote error={problem} />
          </div>
        )}
        <Head draft={draft} stream={stream} set={set} about={about} />
        {stream.inputs.map(({ id, unit }) => {
          const given = draft.inputs[id];
          if (given === undefined) return undefined;
          return (
            <GivenFields
              key={id}
              ws={ws}
              name={t(inputKey(stream.id, id))}
              hint={id === 'due' || id === 'anyway' ? t(`value.hint.${id}`) : undefined}
              unit={unit}
              currency={sheet.currency}
              isProvable={id === 'due'}
              given={given}
              about={(part) => about(part === '' ? `inputs.${id}` : `inputs.${id}.${part}`)}
              onChange={(next) => set({ inputs: { ...draft.inputs, [id]: next } })}
            />
          );
        })}
        <Field label={t('value.why')} optional>
          <TextInput maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

/** The form is longer than what is seen of it: a refusal above it would be missed. */
function bringIntoSight(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'nearest' });
}

interface HeadProps {
  readonly draft: LineDraft;
  readonly stream: StreamView;
  readonly set: (change: Partial<LineDraft>) => void;
  readonly about: (path: string) => string | undefined;
}

/** Its name, what it counts, and how often. */
function Head({ draft, stream, set, about }: HeadProps): ReactNode {
  const t = useWords();
  const wide = 'w-full [&>select]:w-full';
  return (
    <div className="grid gap-3 wide:grid-cols-2">
      <Field label={t('value.line.name')} error={about('name')}>
        <TextInput maxLength={120} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={t('value.line.every')}>
        <Select
          className={wide}
          value={draft.every}
          options={(['year', 'once'] as const).map((every) => ({ value: every, label: t(`value.every.${every}`) }))}
          onChange={(every) => set({ every: every === 'once' ? 'once' : 'year' })}
        />
      </Field>
      {stream.events.length > 0 && (
        <>
          <Field label={t('value.line.event')} hint={t('value.line.event.hint')} error={about('event')}>
            <Select
              className={wide}
              value={draft.event}
              options={stream.events.map((event) => ({ value: event, label: t(`value.event.${event}`) }))}
              onChange={(event) => set({ event })}
            />
          </Field>
          <Field
            label={t('value.line.which')}
            hint={t('value.line.which.hint')}
            error={about('event.which')}
            optional={draft.event !== 'own'}
          >
            <TextInput maxLength={120} value={draft.which} onChange={(event) => set({ which: event.target.value })} />
          </Field>
        </>
      )}
    </div>
  );
}
