import type { ReactNode } from 'react';
import type { FoundList, Tie } from '#bridge/actions/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface SortBarProps {
  readonly mandates: FoundList['mandates'];
  readonly count: number;
  readonly isAll: boolean;
  /** Empty: what the rules propose. */
  readonly mandateId: string;
  readonly onMandate: (id: string) => void;
  readonly minutes: string;
  readonly onMinutes: (typed: string) => void;
  readonly onServe: (tie: Tie) => void;
  readonly onAll: () => void;
}

/** What can be said of the chosen messages; stays in sight while one goes through them. */
export function SortBar(props: SortBarProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { mandates, count, isAll, mandateId, onMandate, minutes, onMinutes, onServe, onAll } = props;
  return (
    <div className="sticky top-0 z-(--layer-stuck) flex flex-wrap items-end gap-2 bg-paper py-2 max-wide:static">
      <Field label={t('actions.to')} className="min-w-0">
        <Select
          value={mandateId}
          onChange={onMandate}
          options={[
            { value: '', label: t('actions.to.proposed') },
            ...mandates.map(({ id, intention }) => ({ value: id, label: intention })),
          ]}
          className="max-w-64"
        />
      </Field>
      <Field label={t('actions.minutes.each')} className="w-36">
        <TextInput inputMode="numeric" value={minutes} onChange={(event) => onMinutes(event.target.value)} />
      </Field>
      <Button tone="bridge" onClick={() => onServe('mandate')}>
        {t('actions.confirm', { n: count, count: format.number(count, 0) })}
        <Kbd keys="↵" on />
      </Button>
      <Button keys="h" onClick={() => onServe('house')}>
        {t('actions.tie.house')}
      </Button>
      <Button keys="o" onClick={() => onServe('offplan')}>
        {t('actions.tie.offplan')}
      </Button>
      <Button tone="quiet" keys="a" onClick={onAll}>
        {t(isAll ? 'actions.choose.none' : 'actions.choose.all')}
      </Button>
      <small className="hidden basis-full large:block">{t('actions.keys')}</small>
    </div>
  );
}
