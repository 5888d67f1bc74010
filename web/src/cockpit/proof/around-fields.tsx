import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { SliceFields } from '#web/cockpit/course/measure-fields.tsx';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { ProofFieldsProps } from './expected-fields.tsx';

const MOST_CONTROLS = 3;

function without<Item>(list: readonly Item[], place: number): readonly Item[] {
  return list.filter((_, n) => n !== place);
}

/** Parts the action does not touch, and what else is known to happen. */
export function AroundFields(props: ProofFieldsProps): ReactNode {
  return (
    <div className="grid gap-4">
      {props.draft.design === 'weeks' && <Controls {...props} />}
      <Events {...props} />
    </div>
  );
}

function Controls({ ws, draft: { controls }, change }: ProofFieldsProps): ReactNode {
  const t = useWords();
  return (
    <div className="grid gap-2">
      <p className="text-soft">{t('proof.controls.lead')}</p>
      {controls.map((control, place) => (
        <div key={place} className="flex items-end gap-2">
          <SliceFields
            ws={ws}
            legend={t('proof.field.control')}
            slice={control}
            onChange={(slice) => change({ controls: controls.map((one, n) => (n === place ? slice : one)) })}
          />
          <IconButton
            label={t('proof.controls.remove')}
            icon={<Trash2 size={14} />}
            onClick={() => change({ controls: without(controls, place) })}
          />
        </div>
      ))}
      {controls.length < MOST_CONTROLS && (
        <div>
          <Button type="button" onClick={() => change({ controls: [...controls, {}] })}>
            <Plus aria-hidden size={14} />
            {t('proof.controls.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Events({ draft: { events, startDay }, change }: ProofFieldsProps): ReactNode {
  const t = useWords();
  const set = (place: number, part: Partial<(typeof events)[number]>): void =>
    change({ events: events.map((one, n) => (n === place ? { ...one, ...part } : one)) });
  return (
    <div className="grid gap-2">
      <p className="text-soft">{t('proof.events.lead')}</p>
      {events.map(({ day, text }, place) => (
        <div key={place} className="flex flex-wrap items-end gap-2">
          <Field label={t('proof.events.day')}>
            <TextInput type="date" value={day} onChange={(event) => set(place, { day: event.target.value })} />
          </Field>
          <Field label={t('proof.events.text')} className="min-w-0 grow">
            <TextInput value={text} maxLength={300} onChange={(event) => set(place, { text: event.target.value })} />
          </Field>
          <IconButton
            label={t('proof.events.remove')}
            icon={<Trash2 size={14} />}
            onClick={() => change({ events: without(events, place) })}
          />
        </div>
      ))}
      <div>
        <Button type="button" onClick={() => change({ events: [...events, { day: startDay, text: '' }] })}>
          <Plus aria-hidden size={14} />
          {t('proof.events.add')}
        </Button>
      </div>
    </div>
  );
}
