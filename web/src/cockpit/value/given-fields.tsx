import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FigureFound } from '#cockpit/value/wire.ts';
import { api } from '#web/app/api.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import { SliceFields } from '#web/cockpit/course/measure-fields.tsx';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field, Fieldset } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { Asked, GivenDraft } from './draft.ts';
import { typedNumber } from './numbers.ts';
import type { Unit } from './numbers.ts';
import { ProofFields } from './proof-fields.tsx';

const WIDE = 'w-full [&>select]:w-full';
const SOURCES = ['measured', 'proof', 'survey', 'guess'] as const;
const PARTS = ['low', 'likely', 'high'] as const;

interface GivenFieldsProps {
  readonly ws: string;
  readonly name: string;
  readonly hint: string | undefined;
  readonly unit: Unit;
  readonly currency: string;
  /** Whether a proof may speak of it. */
  readonly isProvable: boolean;
  readonly given: GivenDraft;
  /** What the server says of one part of it. */
  readonly about: (part: string) => string | undefined;
  readonly onChange: (given: GivenDraft) => void;
}

/** Low, likely and high, then who said so, when, from what. */
export function GivenFields(props: GivenFieldsProps): ReactNode {
  const { ws, name, hint, unit, currency, isProvable, given, about, onChange } = props;
  const t = useWords();
  const set = (change: Partial<GivenDraft>): void => onChange({ ...given, ...change });
  const sources = SOURCES.filter((source) => source !== 'proof' || isProvable);
  const inUnit = t(`value.unit.${unit}`, { currency });
  return (
    <Fieldset legend={`${name} (${inUnit})`} {...(hint === undefined ? {} : { hint })} error={about('')}>
      <div className="grid grid-cols-3 gap-2">
        {PARTS.map((part) => (
          <Field
            key={part}
            label={t(`value.part.${part}`)}
            error={about(part) ?? wrong(unit, given[part], t('value.no_number'))}
          >
            <TextInput
              inputMode="decimal"
              value={given[part]}
              onChange={(event) => set({ [part]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <div className="grid gap-2 wide:grid-cols-3">
        <Field label={t('value.part.from')} error={about('figure') ?? about('proof') ?? about('from')}>
          <Select
            className={WIDE}
            value={given.from}
            options={sources.map((source) => ({ value: source, label: t(`value.from.${source}`) }))}
            onChange={(from) => set({ from: SOURCES.find((source) => source === from) ?? given.from })}
          />
        </Field>
        <Field label={t('value.part.by')} error={about('by')}>
          <TextInput maxLength={120} value={given.by} onChange={(event) => set({ by: event.target.value })} />
        </Field>
        <Field label={t('value.part.on')} error={about('on')}>
          <TextInput type="date" value={given.on} onChange={(event) => set({ on: event.target.value })} />
        </Field>
      </div>
      {given.from === 'measured' && (
        <FigureFields ws={ws} asked={given.figure} onChange={(figure) => set({ figure })} />
      )}
      {given.from === 'proof' && <ProofFields ws={ws} chosen={given.proof} onChange={set} />}
      <Field label={t('value.part.note')} optional>
        <TextInput maxLength={500} value={given.note} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </Fieldset>
  );
}

function wrong(unit: Unit, text: string, words: string): string | undefined {
  return text.trim() !== '' && typedNumber(unit, text) === undefined ? words : undefined;
}

const DAYS = ['28', '90', '365'] as const;

interface FigureFieldsProps {
  readonly ws: string;
  readonly asked: Asked | null;
  readonly onChange: (asked: Asked | null) => void;
}

/** Which figure of the registry the range leans on, and what it is now. */
function FigureFields({ ws, asked, onChange }: FigureFieldsProps): ReactNode {
  const t = useWords();
  const registry = useQuery(registryQuery(ws, useLanguage()));
  const options = (registry.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const slice = asked?.slice ?? {};
  return (
    <div className="grid gap-2 rounded-lg bg-cockpit-wash px-3 py-2">
      <div className="grid gap-2 wide:grid-cols-[2fr_1fr]">
        <Field label={t('value.figure')}>
          <Select
            className={WIDE}
            value={asked?.figure ?? ''}
            options={[{ value: '', label: t('value.figure.choose') }, ...options]}
            onChange={(figure) => onChange(figure === '' ? null : { figure, slice, days: asked?.days ?? '365' })}
          />
        </Field>
        <Field label={t('value.figure.over')}>
          <Select
            className={WIDE}
            value={asked?.days ?? '365'}
            options={DAYS.map((days) => ({ value: days, label: t('value.figure.days', { n: Number(days) }) }))}
            onChange={(days) =>
              asked !== null && onChange({ ...asked, days: DAYS.find((one) => one === days) ?? asked.days })
            }
          />
        </Field>
      </div>
      {asked !== null && (
        <>
          <SliceFields ws={ws} slice={slice} onChange={(next) => onChange({ ...asked, slice: next })} />
          <Found ws={ws} asked={asked} />
        </>
      )}
    </div>
  );
}

function Found({ ws, asked }: { readonly ws: string; readonly asked: Asked }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const reader = useLanguage();
  const found = useQuery({
    queryKey: [ws, 'value', 'measure', asked, reader],
    queryFn: ({ signal }) => api.post<FigureFound>('/value/measure', asked, { signal }),
    retry: false,
  });
  if (found.isError) return <ErrorNote error={found.error} />;
  if (found.data === undefined) return <small>{t('value.figure.measuring')}</small>;
  const { sentence, n, of, unit, from, until } = found.data;
  const days = Number(asked.days);
  return (
    <p role="status">
      <b>{sentence}</b>{' '}
      <small className="text-soft">
        {t('value.figure.window', { from: format.day(from), until: format.day(addDays(until, -1)) })}
        {unit === 'share' &&
          ` ${t('value.figure.rate', { n: format.number(n, 0), of: format.number(of, 0), year: format.number((n * 365) / days, 0) })}`}
      </small>
    </p>
  );
}
