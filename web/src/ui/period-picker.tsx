import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { isRange, periodText } from './period.ts';
import type { Period } from './period.ts';
import { RadioList } from './segmented.tsx';
import { TextInput } from './text-input.tsx';

const PRESETS: readonly Period[] = [
  { kind: 'days', days: 28 },
  { kind: 'days', days: 90 },
  { kind: 'days', days: 365 },
  { kind: 'all' },
];

interface PeriodPickerProps {
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}

/** The period of a page: the usual ones at once, any days by their dates. */
export function PeriodPicker({ value, onChange }: PeriodPickerProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const choose = (period: Period): void => {
    setOpen(false);
    onChange(period);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <Button>
            <span className="sr-only">{t('ui.period.label')} : </span>
            {periodWords(value, t, format)}
            <ChevronDown aria-hidden size={14} />
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={4} className="z-(--layer-float)">
          <Popover.Popup className="grid w-80 max-w-[calc(100vw-2rem)] gap-3 rounded-lg border border-line bg-card p-3.5 shadow-float outline-none">
            <Popover.Title className="sr-only">{t('ui.period.label')}</Popover.Title>
            <RadioList
              label={t('ui.period.label')}
              value={periodText(value)}
              onChange={(text) => choose(PRESETS.find((preset) => periodText(preset) === text) ?? value)}
              choices={PRESETS.map((preset) => ({ value: periodText(preset), label: periodWords(preset, t, format) }))}
            />
            <OwnDays value={value} onChoose={choose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function OwnDays({
  value,
  onChoose,
}: {
  readonly value: Period;
  readonly onChoose: (period: Period) => void;
}): ReactNode {
  const t = useWords();
  const [from, setFrom] = useState(value.kind === 'range' ? value.from : '');
  const [until, setUntil] = useState(value.kind === 'range' ? value.until : '');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fits = isRange(from, until);
    setWrong(!fits);
    if (fits) onChoose({ kind: 'range', from, until });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-2 border-t border-line pt-3">
      <p className="text-sm font-semibold text-soft">{t('ui.period.custom')}</p>
      <div className="grid grid-cols-2 gap-2 [&>*]:min-w-0">
        <Field label={t('ui.period.from')}>
          <TextInput type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t('ui.period.until')} error={wrong ? t('ui.period.wrong') : undefined}>
          <TextInput type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" className="justify-self-end">
        {t('ui.period.apply')}
      </Button>
    </form>
  );
}

/** A period in words. */
export function periodWords(period: Period, t: Translate, format: Formatter): string {
  if (period.kind === 'days') return t('ui.period.days', { n: period.days });
  if (period.kind === 'all') return t('ui.period.all');
  return t('ui.period.range', { from: format.day(period.from), until: format.day(period.until) });
}
