import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { SheetView, ValueView } from '#cockpit/value/telling/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { KeepActions } from './keeping.tsx';
import { asTyped, typedNumber } from './numbers.ts';
import { useValueChanged } from './value-query.ts';

interface SettingsDialogProps {
  readonly ws: string;
  readonly value: ValueView;
  readonly onClose: () => void;
}

interface Draft {
  readonly currency: SheetView['currency'];
  readonly years: string;
  readonly rate: string;
  readonly shape: SheetView['shape'];
}

/** Currency, horizon, discount rate and curve; the first time this begins the model. */
export function SettingsDialog({ ws, value, onClose }: SettingsDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const changed = useValueChanged(ws);
  const { busy, problem, run } = useAct();
  const [draft, setDraft] = useState(draftOf(value.sheet, useLanguage()));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const [years, rate] = [typedNumber('count', draft.years), typedNumber('share', draft.rate)];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { currency, shape } = draft;
    run(async () => {
      await api.post('/value/settings', { version: value.sheet?.number ?? 0, currency, years, rate, shape });
      await changed();
      onClose();
    });
  };
  const wide = 'w-full [&>select]:w-full';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('value.settings')}
      lead={t('value.settings.lead')}
      actions={
        <KeepActions form={form} busy={busy} disabled={years === undefined || rate === undefined} onClose={onClose} />
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        {problem !== undefined && problem.errors.length === 0 && <ErrorNote error={problem} />}
        <Field label={t('value.settings.years')} hint={t('value.settings.years.hint')} error={problem?.about('years')}>
          <TextInput inputMode="numeric" value={draft.years} onChange={(event) => set({ years: event.target.value })} />
        </Field>
        <Field label={t('value.settings.rate')} hint={t('value.settings.rate.hint')} error={problem?.about('rate')}>
          <TextInput inputMode="decimal" value={draft.rate} onChange={(event) => set({ rate: event.target.value })} />
        </Field>
        <Field label={t('value.settings.currency')}>
          <Select
            className={wide}
            value={draft.currency}
            options={value.currencies.map((code) => ({ value: code, label: code }))}
            onChange={(code) => set({ currency: value.currencies.find((one) => one === code) ?? draft.currency })}
          />
        </Field>
        <Field label={t('value.settings.shape')} hint={t('value.settings.shape.hint')}>
          <Select
            className={wide}
            value={draft.shape}
            options={(['pert', 'triangular'] as const).map((shape) => ({
              value: shape,
              label: t(`value.shape.${shape}`),
            }))}
            onChange={(shape) => set({ shape: shape === 'triangular' ? 'triangular' : 'pert' })}
          />
        </Field>
      </form>
    </Dialog>
  );
}

/** Horizon and rate are the organisation's to say: nothing stands there before. */
function draftOf(sheet: SheetView | null, language: 'fr' | 'en'): Draft {
  if (sheet === null) return { currency: 'EUR', years: '', rate: '', shape: 'pert' };
  const { currency, years, rate, shape } = sheet;
  return { currency, years: String(years), rate: asTyped('share', rate, language), shape };
}
