import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Slice } from '#cockpit/course/key-results/wire.ts';
import { BarSelect } from '#web/cockpit/health/filters/bar-select.tsx';
import { useChoices } from '#web/cockpit/health/filters/choices.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import type { Narrowing } from '#web/cockpit/health/view.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Field, Fieldset } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { healthSlice } from './slice-words.tsx';

/** What is to be measured, as the form holds it; `until` is empty for the newest weeks. */
export interface Asked {
  readonly figure: string;
  readonly slice: Slice;
  readonly weeks: number;
  readonly until: string;
}

interface MeasureFieldsProps {
  readonly ws: string;
  readonly asked: Asked;
  readonly onChange: (asked: Asked) => void;
}

const WEEKS = [4, 8, 13, 26, 52];

/** The figure, the part of the community, and over how many weeks. */
export function MeasureFields({ ws, asked, onChange }: MeasureFieldsProps): ReactNode {
  const t = useWords();
  const registry = useQuery(registryQuery(ws, useLanguage()));
  const figures = registry.data?.items ?? [];
  const chosen = figures.find(({ id }) => id === asked.figure);
  const wide = 'w-full [&>select]:w-full';
  return (
    <>
      <Field label={t('course.baseline.figure')} {...(chosen === undefined ? {} : { hint: chosen.definition })}>
        <Select
          className={wide}
          value={asked.figure}
          options={figures.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(figure) => onChange({ ...asked, figure })}
        />
      </Field>
      <SliceFields ws={ws} slice={asked.slice} onChange={(slice) => onChange({ ...asked, slice })} />
      <div className="grid gap-3 wide:grid-cols-2">
        <Field label={t('course.baseline.span')}>
          <Select
            className={wide}
            value={String(asked.weeks)}
            options={WEEKS.map((n) => ({ value: String(n), label: t('course.baseline.weeks', { n }) }))}
            onChange={(weeks) => onChange({ ...asked, weeks: Number(weeks) })}
          />
        </Field>
        <Field label={t('course.baseline.until')} hint={t('course.baseline.until.hint')} optional>
          <TextInput
            type="date"
            value={asked.until}
            onChange={(event) => onChange({ ...asked, until: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}

interface SliceFieldsProps {
  readonly ws: string;
  /** Which part this is, where it is not the one that is measured. */
  readonly legend?: string;
  readonly slice: Slice;
  readonly onChange: (slice: Slice) => void;
}

/** The controls of the bar of the health pages; a channel belongs to its place. */
export function SliceFields({ ws, legend, slice, onChange }: SliceFieldsProps): ReactNode {
  const t = useWords();
  const choices = useChoices(ws, { slice: healthSlice(slice) });
  const choose = (id: Narrowing, value: string): void => {
    const { [id]: _, ...others } = slice;
    const rest = id === 'place' ? withoutChannel(others) : others;
    onChange(value === '' ? rest : { ...rest, [id]: value });
  };
  return (
    <Fieldset legend={legend ?? t('course.baseline.slice')}>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ id, label, options }) => (
          <BarSelect
            key={id}
            label={label}
            value={slice[id] ?? ''}
            isOn={slice[id] !== undefined}
            options={[{ value: '', label: t('ui.filter.any') }, ...options]}
            onChange={(value) => choose(id, value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function withoutChannel({ channel: _, ...slice }: Slice): Slice {
  return slice;
}
