import type { ReactNode } from 'react';
import type { Preview } from '#community/imports/wire.ts';
import { useHere } from '#web/app/session.ts';
import { ZoneChoice } from '#web/app/zone-choice.tsx';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';

const SHOWN = 8;
const LONGEST = 90;

interface MappingProps {
  readonly preview: Preview;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (options: Readonly<Record<string, string>>) => void;
}

/** Which column of a table says what, guessed first, with the first rows beside. */
export function Mapping({ preview, options, onChange }: MappingProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const choices = [
    { value: '', label: t('imports.map.none') },
    ...preview.columns.map((column) => ({ value: column, label: column })),
  ];
  const columns: readonly Column<readonly string[]>[] = preview.columns.map((column, place) => ({
    id: `${place} ${column}`,
    header: column,
    cell: (row) => (row[place] ?? '').slice(0, LONGEST),
  }));
  const rows = preview.rows.slice(0, SHOWN);
  return (
    <>
      <p className="text-soft">{t('imports.map.lead')}</p>
      <div className="grid gap-3 wide:grid-cols-3">
        {preview.fields.map((field) => (
          <Field key={field.id} label={field.label[language]} optional={!field.required}>
            <Select
              value={options[field.id] ?? ''}
              options={choices}
              onChange={(column) => onChange({ ...options, [field.id]: column })}
            />
          </Field>
        ))}
      </div>
      <Dates options={options} onChange={onChange} />
      <Table
        caption={t('imports.map.preview')}
        showCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => String(rows.indexOf(row))}
      />
    </>
  );
}

/** How the dates of the table are to be taken: day or month first when both are possible, and in which zone. */
function Dates({ options, onChange }: Omit<MappingProps, 'preview'>): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const format = options['dateFormat'] ?? 'auto';
  return (
    <div className="grid gap-3 wide:grid-cols-3">
      <Field label={t('imports.map.dates')} error={format === 'ask' ? t('imports.map.dates.ask') : undefined}>
        <Select
          value={format}
          onChange={(dateFormat) => onChange({ ...options, dateFormat })}
          options={[
            ...(format === 'ask' ? [{ value: 'ask', label: t('imports.map.dates.choose') }] : []),
            { value: 'auto', label: t('imports.map.dates.auto') },
            { value: 'dmy', label: t('imports.map.dates.dmy') },
            { value: 'mdy', label: t('imports.map.dates.mdy') },
          ]}
        />
      </Field>
      <Field label={t('imports.map.zone')} hint={t('imports.map.zone.hint')}>
        <ZoneChoice
          value={options['zone'] ?? space.zone}
          used={space.zone}
          onChange={(zone) => onChange({ ...options, zone })}
        />
      </Field>
    </div>
  );
}
