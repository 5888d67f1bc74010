import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { ManyOf } from '#web/ui/many-of.tsx';
import type { FieldsProps } from './ask-fields.tsx';

/** Which acts found in the data are proposed for this mandate: in which channels, under which tags, by whom. */
export function RuleFields({ draft: { rule }, change, parts }: FieldsProps): ReactNode {
  const t = useWords();
  const channels = parts.channels.map(({ id, name, place }) => ({
    value: id,
    label: t('mandates.channel', { name, place }),
  }));
  return (
    <div className="grid gap-3">
      <p className="max-w-[70ch] text-soft">{t('mandates.rule.hint')}</p>
      <div className="grid gap-3 wide:grid-cols-3">
        <ManyOf
          optional
          label={t('mandates.channels')}
          options={channels}
          values={rule.channels}
          onChange={(chosen) => change({ rule: { ...rule, channels: chosen } })}
        />
        <ManyOf
          optional
          label={t('mandates.labels')}
          options={parts.labels.map((label) => ({ value: label, label }))}
          values={rule.labels}
          onChange={(chosen) => change({ rule: { ...rule, labels: chosen } })}
        />
        <ManyOf
          optional
          label={t('mandates.authors')}
          options={parts.authors.map(({ id, name }) => ({ value: id, label: name }))}
          values={rule.authors}
          onChange={(chosen) => change({ rule: { ...rule, authors: chosen } })}
        />
      </div>
    </div>
  );
}
