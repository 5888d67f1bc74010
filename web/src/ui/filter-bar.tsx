import { Search } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Select } from './select.tsx';
import type { Option } from './select.tsx';
import { CONTROL } from './text-input.tsx';

export interface Filter {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** What stands for no choice; `Tous` when left out. */
  readonly any?: string;
}

interface FilterBarProps {
  readonly filters: readonly Filter[];
  /** By filter id; absent is no choice. From `useUrlState`, so the address is the view. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
  /** Id of the value that holds free text; leave out for no search box. */
  readonly searchId?: string;
  /** Period, counts, or whatever else narrows the view. */
  readonly children?: ReactNode;
}

/** What narrows a list, each with its name; what is active is framed, and one button clears it all. */
export function FilterBar({ filters, values, onChange, searchId, children }: FilterBarProps): ReactNode {
  const t = useWords();
  const ids = [...filters.map(({ id }) => id), ...(searchId === undefined ? [] : [searchId])];
  const active = ids.filter((id) => (values[id] ?? '') !== '');
  return (
    <div role="search" aria-label={t('ui.filter.label')} className="flex flex-wrap items-center gap-2">
      {searchId !== undefined && (
        <SearchBox
          value={values[searchId] ?? ''}
          onChange={(typed) => onChange({ [searchId]: typed === '' ? undefined : typed })}
        />
      )}
      {filters.map((filter) => (
        <FilterSelect
          key={filter.id}
          filter={filter}
          value={values[filter.id]}
          onChange={(value) => onChange({ [filter.id]: value })}
        />
      ))}
      {children}
      {active.length > 0 && (
        <Button tone="quiet" onClick={() => onChange(Object.fromEntries(active.map((id) => [id, undefined])))}>
          {t('ui.filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SearchBox({ value, onChange }: SearchBoxProps): ReactNode {
  const t = useWords();
  return (
    <span className="relative w-full wide:w-60">
      <Search aria-hidden size={14} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-soft" />
      <input
        type="search"
        aria-label={t('ui.filter.search')}
        placeholder={t('ui.filter.search')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(CONTROL, 'h-control pl-8')}
      />
    </span>
  );
}

interface FilterSelectProps {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function FilterSelect({ filter, value, onChange }: FilterSelectProps): ReactNode {
  const t = useWords();
  const id = useId();
  const on = value !== undefined && value !== '';
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-md border',
        on ? 'border-cockpit bg-cockpit-wash' : 'border-line bg-card',
      )}
    >
      <label htmlFor={id} className="pl-2.5 text-soft">
        {filter.label}
      </label>
      <Select
        id={id}
        value={value ?? ''}
        onChange={(next) => onChange(next === '' ? undefined : next)}
        options={[{ value: '', label: filter.any ?? t('ui.filter.any') }, ...filter.options]}
        className="[&>select]:field-sizing-content [&>select]:max-w-48 [&>select]:border-transparent [&>select]:bg-transparent [&>select]:pl-1.5 [&>select]:font-medium"
      />
    </span>
  );
}
