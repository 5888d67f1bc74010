import type { ReactNode } from 'react';
import type { Within } from '#cockpit/segments/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface WithinFieldsProps {
  readonly within: Within;
  readonly onChange: (within: Within) => void;
}

/** In the last days, or between two of them. */
export function WithinFields({ within, onChange }: WithinFieldsProps): ReactNode {
  const t = useWords();
  const isLast = 'last' in within;
  return (
    <>
      <Field label={t('segments.when')} hideLabel>
        <Select
          value={isLast ? 'last' : 'between'}
          options={[
            { value: 'last', label: t('segments.when.last') },
            { value: 'between', label: t('segments.when.between') },
          ]}
          onChange={(next) => onChange(next === 'last' ? { last: 30 } : { from: null, until: null })}
        />
      </Field>
      {isLast ? (
        <>
          <Field label={t('segments.days')} hideLabel>
            <TextInput
              type="number"
              min={1}
              max={3660}
              value={Number.isNaN(within.last) ? '' : within.last}
              onChange={(event) =>
                onChange({ last: event.target.value === '' ? Number.NaN : Number(event.target.value) })
              }
              className="w-20"
            />
          </Field>
          <span className="self-center">{t('segments.days.unit')}</span>
        </>
      ) : (
        <Between within={within} onChange={onChange} />
      )}
    </>
  );
}

type Bounds = Extract<Within, { from: unknown }>;

function Between({
  within,
  onChange,
}: {
  readonly within: Bounds;
  readonly onChange: (within: Bounds) => void;
}): ReactNode {
  const t = useWords();
  const { from, until } = within;
  const dayOf = (text: string): string | null => (text === '' ? null : text);
  const isUpsideDown = from !== null && until !== null && from >= until;
  return (
    <>
      <Field label={t('segments.from')}>
        <TextInput
          type="date"
          value={from ?? ''}
          onChange={(event) => onChange({ from: dayOf(event.target.value), until })}
        />
      </Field>
      <Field label={t('segments.until')} error={isUpsideDown ? t('segments.upside_down') : undefined}>
        <TextInput
          type="date"
          value={until ?? ''}
          onChange={(event) => onChange({ from, until: dayOf(event.target.value) })}
        />
      </Field>
    </>
  );
}
