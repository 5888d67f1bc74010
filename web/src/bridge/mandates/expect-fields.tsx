import type { ReactNode } from 'react';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { FieldsProps } from './ask-fields.tsx';
import { useSize } from './size.ts';

/** What would show that it worked: one figure, which way, by how much. */
export function ExpectFields({
  draft,
  missing,
  change,
  figures,
}: FieldsProps & { readonly figures: readonly FigureCard[] }): ReactNode {
  const t = useWords();
  const { unitOf } = useSize();
  const figure = figures.find(({ id }) => id === draft.figure);
  const errorOf = (isMissing: true | undefined): string | undefined =>
    isMissing === true ? t('mandates.field.missing') : undefined;
  const hasAudience = draft.segment !== '' || draft.channels.length > 0;
  return (
    <div className="grid gap-3">
      <p className="max-w-[70ch] text-soft">{t('mandates.expects.hint')}</p>
      <Checkbox
        label={t('mandates.expects.nothing')}
        checked={!draft.proves}
        onChange={(isNothing) => change({ proves: !isNothing })}
      />
      {draft.proves && (
        <>
          <Field label={t('mandates.figure')} error={errorOf(missing.figure)} {...hintOf(figure)}>
            <Combobox
              options={figures.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.figure}
              onChange={(chosen = '') => change({ figure: chosen })}
              placeholder={t('mandates.choose')}
              className="w-full"
            />
          </Field>
          <div className="flex flex-wrap items-end gap-3">
            <Segmented
              label={t('mandates.direction')}
              value={draft.direction}
              onChange={(direction) => change({ direction })}
              choices={[
                { value: 'up', label: t('mandates.direction.up') },
                { value: 'down', label: t('mandates.direction.down') },
              ]}
            />
            <Field label={t('mandates.size')} error={errorOf(missing.size)} className="w-28">
              <TextInput
                inputMode="decimal"
                value={draft.size}
                onChange={(event) => change({ size: event.target.value })}
              />
            </Field>
            <span className="pb-1.5 text-soft">{figure !== undefined && unitOf(figure.unit)}</span>
          </div>
          {hasAudience && (
            <Checkbox
              label={t('mandates.expects.of_audience')}
              checked={draft.ofAudience}
              onChange={(ofAudience) => change({ ofAudience })}
            />
          )}
        </>
      )}
    </div>
  );
}

/** What the figure counts, once it is chosen. */
function hintOf(figure: FigureCard | undefined): { readonly hint?: string } {
  return figure === undefined ? {} : { hint: figure.definition };
}
