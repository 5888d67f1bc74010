import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import type { Option } from '#web/ui/select.tsx';

interface ManyOfProps {
  readonly label: string;
  /** What is said where there is nothing to choose from. */
  readonly none: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

const MOST = 50;

/** Several of many: type to find one, each that was chosen has a cross. */
export function ManyOf({ label, none, options, values, onChange }: ManyOfProps): ReactNode {
  const t = useWords();
  if (options.length === 0 && values.length === 0) return <span className="self-center text-soft">{none}</span>;
  const left = options.filter(({ value }) => !values.includes(value));
  const add = (value: string | undefined): void => {
    if (value !== undefined && values.length < MOST) onChange([...values, value]);
  };
  return (
    <>
      {left.length > 0 && (
        <Field label={label} hideLabel>
          <Combobox
            // Made anew after each choice, so that it is empty again.
            key={values.join()}
            options={left}
            value={undefined}
            onChange={add}
            placeholder={t(values.length === 0 ? 'segments.choose' : 'segments.choose.more')}
            className="w-56"
          />
        </Field>
      )}
      {values.length > 0 && (
        <ul aria-label={label} className="flex basis-full flex-wrap gap-1.5">
          {values.map((value) => (
            <Chosen
              key={value}
              name={options.find((option) => option.value === value)?.label ?? t('segments.gone')}
              remove={() => onChange(values.filter((one) => one !== value))}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Chosen({ name, remove }: { readonly name: string; readonly remove: () => void }): ReactNode {
  const t = useWords();
  return (
    <li className="inline-flex max-w-full items-center rounded-full border border-edge bg-card pl-2.5 text-sm">
      <span className="truncate">{name}</span>
      <button
        type="button"
        aria-label={t('segments.unchoose', { name })}
        title={t('segments.unchoose', { name })}
        onClick={remove}
        className="flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden size={13} />
      </button>
    </li>
  );
}
