import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { IndicatorView, NewBounds } from '#rocket/check/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { checkQuery } from '#web/rocket/rocket-query.ts';
import { sayBound, wordOf } from './say.ts';

interface BoundsDialogProps {
  readonly ws: string;
  readonly indicator: IndicatorView;
  readonly onClose: () => void;
}

/** People write percents and hours; the API takes shares and seconds. */
const SCALE = { share: 100, seconds: 1 / 3600, per_1000: 1, objectives: 1, steps: 1 } as const;

/** From where on the house finds this in place or missing, with the reason. */
export function BoundsDialog({ ws, indicator, onClose }: BoundsDialogProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const form = useId();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const { id, unit, bounds, standard, own } = indicator;
  const scale = SCALE[unit];
  const [inPlace, setInPlace] = useState(String(bounds.inPlace * scale));
  const [missing, setMissing] = useState(String(bounds.missing * scale));
  const [why, setWhy] = useState('');
  const done = async (): Promise<void> => {
    await queries.invalidateQueries(checkQuery(ws));
    onClose();
  };
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const [a, b] = [Number(inPlace) / scale, Number(missing) / scale];
    const body: NewBounds = { version: own?.version ?? 0, inPlace: a, missing: b, why };
    run(async () => {
      await api.put(`/rocket/bounds/${id}`, body);
      await done();
    });
  };
  const reset = (): void =>
    run(async () => {
      await api.delete(`/rocket/bounds/${id}`);
      await done();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(wordOf('name', id))}
      lead={t('check.bounds.standard', {
        inPlace: sayBound(indicator, standard.inPlace, format),
        missing: sayBound(indicator, standard.missing, format),
      })}
      actions={
        <>
          {own !== null && (
            <Button tone="quiet" busy={busy} onClick={reset}>
              {t('check.bounds.reset')}
            </Button>
          )}
          <Button type="submit" form={form} tone="main" busy={busy} disabled={why.trim() === ''}>
            {t('check.bounds.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="grid gap-3">
        {own !== null && (
          <p className="rounded-md bg-note px-3 py-2">
            {t('check.bounds.now', { name: own.by, day: format.dayOf(own.at, 'short'), why: own.why })}
          </p>
        )}
        {problem !== undefined && (
          <p role="alert" className="text-late">
            {problem.detail}
          </p>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('check.bounds.in_place', { unit: t(`check.unit.${unit}`) })}>
            <TextInput
              type="number"
              step="any"
              min={0}
              required
              value={inPlace}
              onChange={(event) => setInPlace(event.target.value)}
            />
          </Field>
          <Field label={t('check.bounds.missing', { unit: t(`check.unit.${unit}`) })}>
            <TextInput
              type="number"
              step="any"
              min={0}
              required
              value={missing}
              onChange={(event) => setMissing(event.target.value)}
            />
          </Field>
        </div>
        <Field label={t('check.bounds.why')} hint={t('check.bounds.why.hint')}>
          <TextArea required maxLength={1000} rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
