import type { ReactNode } from 'react';
import type { MandateParts } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import type { Draft, Missing } from './draft.ts';

export interface FieldsProps {
  readonly draft: Draft;
  /** Empty until one tried to save. */
  readonly missing: Missing;
  readonly change: (one: Partial<Draft>) => void;
  readonly parts: MandateParts;
}

/** For what, of whom, what, with which freedom, for how long. Once it is given, the objective and the host stay. */
export function AskFields({
  draft,
  missing,
  change,
  parts,
  isGiven,
}: FieldsProps & { readonly isGiven: boolean }): ReactNode {
  const t = useWords();
  const errorOf = (name: keyof Draft): string | undefined =>
    missing[name] === true ? t('mandates.field.missing') : undefined;
  const none = { value: '', label: t('mandates.choose') };
  return (
    <div className="grid gap-3">
      {!isGiven && (
        <div className="grid gap-3 wide:grid-cols-2">
          <Field label={t('mandates.objective')} error={errorOf('objectiveId')}>
            <Select
              value={draft.objectiveId}
              onChange={(objectiveId) => change({ objectiveId })}
              options={[none, ...parts.objectives.map(({ id, title }) => ({ value: id, label: title }))]}
            />
          </Field>
          <Field label={t('mandates.host')} error={errorOf('hostId')}>
            <Select
              value={draft.hostId}
              onChange={(hostId) => change({ hostId })}
              options={[none, ...parts.hosts.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </Field>
        </div>
      )}
      <Field label={t('mandates.intention')} hint={t('mandates.intention.hint')} error={errorOf('intention')}>
        <TextInput
          maxLength={300}
          value={draft.intention}
          placeholder={t('mandates.intention.example')}
          onChange={(event) => change({ intention: event.target.value })}
        />
      </Field>
      <Field label={t('mandates.freedom')} hint={t('mandates.freedom.hint')} error={errorOf('freedom')}>
        <TextArea
          maxLength={2000}
          value={draft.freedom}
          onChange={(event) => change({ freedom: event.target.value })}
        />
      </Field>
      <div className="grid gap-3 wide:grid-cols-3">
        <Field label={t('mandates.effort.hours')} hint={t('mandates.effort.hint')} error={errorOf('effort')}>
          <TextInput
            inputMode="decimal"
            value={draft.effort}
            onChange={(event) => change({ effort: event.target.value })}
          />
        </Field>
        <Field label={t('mandates.from')} error={errorOf('fromDay')}>
          <TextInput type="date" value={draft.fromDay} onChange={(event) => change({ fromDay: event.target.value })} />
        </Field>
        <Field label={t('mandates.last')} error={errorOf('lastDay')}>
          <TextInput type="date" value={draft.lastDay} onChange={(event) => change({ lastDay: event.target.value })} />
        </Field>
      </div>
    </div>
  );
}
