import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Drawer } from '#web/ui/dialog.tsx';
import { Field, Fieldset } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { isNarrowed, listIn, UNNARROWED } from '../view.ts';
import type { HealthView } from '../view.ts';
import type { Choice } from './choices.ts';
import { comparedWith, compareOptions } from './compare-choice.tsx';
import { narrowed } from './narrow.ts';

interface FilterDrawerProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly choices: readonly Choice[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Everything that narrows the figures, one below the other; each choice is taken at once. */
export function FilterDrawer({ ws, view, choices, open, onClose }: FilterDrawerProps): ReactNode {
  const t = useWords();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('health.filters')}
      lead={t('health.filters.lead')}
      actions={
        <>
          <Button tone="quiet" disabled={!isNarrowed(view)} onClick={() => view.change(UNNARROWED)}>
            {t('ui.filter.clear')}
          </Button>
          <Button tone="main" onClick={onClose}>
            {t('health.filters.done')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {choices.map((choice) =>
          choice.isMany ? (
            <Many key={choice.id} choice={choice} view={view} />
          ) : (
            <One key={choice.id} choice={choice} view={view} />
          ),
        )}
        <Field label={t('health.compare')}>
          <Select
            value={view.compare}
            options={compareOptions(t)}
            onChange={(value) => view.change(comparedWith(value))}
            className="w-full [&>select]:w-full"
          />
        </Field>
        <Link to="/$ws/segments" params={{ ws }} className="link justify-self-start text-sm">
          {t('health.filters.segments')}
        </Link>
      </div>
    </Drawer>
  );
}

interface ChoiceProps {
  readonly choice: Choice;
  readonly view: HealthView;
}

function One({ choice: { id, label, options }, view }: ChoiceProps): ReactNode {
  const t = useWords();
  return (
    <Field label={label} optional>
      <Select
        value={view.values[id] ?? ''}
        options={[{ value: '', label: t('ui.filter.any') }, ...options]}
        onChange={(value) => view.change(narrowed(id, value))}
        className="w-full [&>select]:w-full"
      />
    </Field>
  );
}

function Many({ choice: { id, label, options }, view }: ChoiceProps): ReactNode {
  const chosen = listIn(view.values, id) ?? [];
  const toggle = (value: string, isOn: boolean): void =>
    view.change(narrowed(id, (isOn ? [...chosen, value] : chosen.filter((one) => one !== value)).join(',')));
  return (
    <Fieldset legend={label}>
      <div className="grid max-h-56 gap-1 overflow-y-auto wide:grid-cols-2">
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={(isOn) => toggle(value, isOn)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
