import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Field } from '#web/ui/field.tsx';
import { ManyOf } from '#web/ui/many-of.tsx';
import { Select } from '#web/ui/select.tsx';
import type { FieldsProps } from './ask-fields.tsx';
import { segmentListQuery, segmentOptions } from './mandates-query.ts';

/** For whom: a segment, channels, or everybody. */
export function WhomFields({ draft, change, parts, ws }: FieldsProps & { readonly ws: string }): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const segments = useQuery(segmentListQuery(ws));
  const channels = parts.channels.map(({ id, name, place }) => ({
    value: id,
    label: t('mandates.channel', { name, place }),
  }));
  return (
    <div className="grid gap-3 wide:grid-cols-2">
      <Field label={t('mandates.segment')} optional hint={t('mandates.segment.hint')}>
        <Select
          value={draft.segment}
          onChange={(segment) => change({ segment })}
          options={[{ value: '', label: t('mandates.audience.all') }, ...segmentOptions(segments.data, language)]}
        />
      </Field>
      <ManyOf
        optional
        label={t('mandates.channels')}
        options={channels}
        values={draft.channels}
        onChange={(chosen) => change({ channels: chosen })}
      />
    </div>
  );
}
