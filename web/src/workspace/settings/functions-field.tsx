import type { ReactNode } from 'react';
import type { FunctionName } from '#kernel/actor.ts';
import { useWords } from '#web/i18n/index.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Fieldset } from '#web/ui/field.tsx';

const ALL = [
  'pilot',
  'host',
  'moderator',
  'owner',
  'expert',
  'compliance',
  'sponsor',
  'admin',
] as const satisfies readonly FunctionName[];

interface FunctionsFieldProps {
  readonly value: readonly FunctionName[];
  readonly onChange: (value: FunctionName[]) => void;
}

/** What somebody does here; a person may hold several functions. */
export function FunctionsField({ value, onChange }: FunctionsFieldProps): ReactNode {
  const t = useWords();
  const toggle = (name: FunctionName) => (on: boolean) =>
    onChange(on ? [...value, name] : value.filter((one) => one !== name));
  return (
    <Fieldset legend={t('team.functions')}>
      <div className="grid gap-1.5 wide:grid-cols-2">
        {ALL.map((name) => (
          <Checkbox
            key={name}
            checked={value.includes(name)}
            onChange={toggle(name)}
            label={t(`team.function.${name}`)}
            hint={t(`team.function.${name}.about`)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
