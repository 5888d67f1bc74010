import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Combobox } from './combobox.tsx';
import { Field } from './field.tsx';
import type { Option } from './select.tsx';

interface ManyOfProps {
  readonly label: string;
  /** Keeps the label for readers of screens only, where what is around says it. */
  readonly hideLabel?: boolean;
  readonly optional?: boolean;
  /** What is said where there is nothing to choose from. */
  readonly none?: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

const MOST = 50;

/** Some of many: type to find one; each that was chosen has a cross. One that is no option any more says so. */
export function ManyOf(props: ManyOfProps): ReactNode {
  const { label, options, values, onChange } = props;
  const hideLabel = props.hideLabel === true;
  const t = useWords();
  const nothing = props.none ?? t('ui.many.none');
  if (hideLabel && options.length === 0 && values.length === 0)
    return <span className="self-center text-soft">{nothing}</span>;
  const left = options.filter(({ value }) => !values.includes(value));
  const add = (value: string | undefined): void => {
    if (value !== undefined && values.length < MOST) onChange([...values, value]);
  };
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <Field label={label} hideLabel={hideLabel} optional={props.optional === true}>
        <Combobox
          // Made anew after each choice, so that it is empty again.
          key={values.join()}
          options={left}
          value={undefined}
          onChange={add}
          placeholder={options.length === 0 ? nothing : t(values.length === 0 ? 'ui.many.choose' : 'ui.many.more')}
          className={hideLabel ? 'w-56' : 'w-full'}
        />
      </Field>
      {values.length > 0 && <Chosen {...props} />}
    </div>
  );
}

function Chosen({ label, options, values, onChange }: ManyOfProps): ReactNode {
  const t = useWords();
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {values.map((value) => (
        <Taken
          key={value}
          name={options.find((option) => option.value === value)?.label ?? t('ui.many.gone')}
          remove={() => onChange(values.filter((one) => one !== value))}
        />
      ))}
    </ul>
  );
}

function Taken({ name, remove }: { readonly name: string; readonly remove: () => void }): ReactNode {
  const t = useWords();
  return (
    <li className="inline-flex max-w-full items-center rounded-full border border-edge bg-card pl-2.5 text-sm">
      <span className="truncate">{name}</span>
      <button
        type="button"
        aria-label={t('ui.many.remove', { name })}
        title={t('ui.many.remove', { name })}
        onClick={remove}
        className="flex size-6 shrink-0 items-center justify-center rounded-full text-soft hover:text-ink pointer-coarse:size-9"
      >
        <X aria-hidden size={13} />
      </button>
    </li>
  );
}
