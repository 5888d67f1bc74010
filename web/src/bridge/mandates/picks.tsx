import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import type { Option } from '#web/ui/select.tsx';

interface PicksProps {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

const MOST = 20;

/** Some of many: type to find one; each that was chosen can be taken out. */
export function Picks({ label, hint, options, values, onChange }: PicksProps): ReactNode {
  const t = useWords();
  const left = options.filter(({ value }) => !values.includes(value));
  const add = (value: string | undefined): void => {
    if (value !== undefined && values.length < MOST) onChange([...values, value]);
  };
  return (
    <div className="grid content-start gap-1.5">
      <Field label={label} optional {...(hint === undefined ? {} : { hint })}>
        <Combobox
          // Made anew after each choice, so that it is empty again.
          key={values.join()}
          options={left}
          value={undefined}
          onChange={add}
          placeholder={t(options.length === 0 ? 'mandates.pick.none' : 'mandates.pick')}
          className="w-full"
        />
      </Field>
      {values.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {values.map((value) => (
            <Picked
              key={value}
              name={options.find((option) => option.value === value)?.label ?? value}
              remove={() => onChange(values.filter((one) => one !== value))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Picked({ name, remove }: { readonly name: string; readonly remove: () => void }): ReactNode {
  const t = useWords();
  return (
    <li className="inline-flex max-w-full items-center rounded-full border border-edge bg-card pl-2.5 text-sm">
      <span className="truncate">{name}</span>
      <button
        type="button"
        aria-label={t('mandates.unpick', { name })}
        title={t('mandates.unpick', { name })}
        onClick={remove}
        className="flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden size={13} />
      </button>
    </li>
  );
}
