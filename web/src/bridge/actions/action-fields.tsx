import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HandKind } from '#bridge/actions/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { UNTIED } from './action-draft.ts';
import type { ActionDraft } from './action-draft.ts';
import { logQuery } from './actions-query.ts';

const KINDS: readonly HandKind[] = ['event', 'call', 'thanks', 'welcome', 'other'];

interface ActionFieldsProps {
  readonly ws: string;
  readonly draft: ActionDraft;
  /** One found in the data keeps its kind and its day. */
  readonly isNew: boolean;
  readonly today: string;
  readonly onChange: (draft: ActionDraft) => void;
}

/** What it was and when, what it served, how long it took. */
export function ActionFields({ ws, draft, isNew, today, onChange }: ActionFieldsProps): ReactNode {
  const t = useWords();
  const { data } = useQuery(logQuery(ws, 0));
  const change = (one: Partial<ActionDraft>): void => onChange({ ...draft, ...one });
  return (
    <div className="grid gap-3">
      {isNew && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('actions.what')}>
            <Select
              value={draft.kind}
              onChange={(next) => change({ kind: KINDS.find((one) => one === next) ?? 'other' })}
              options={KINDS.map((one) => ({ value: one, label: t(`actions.kind.${one}`) }))}
            />
          </Field>
          <Field label={t('actions.day')}>
            <TextInput
              type="date"
              max={today}
              value={draft.day}
              onChange={(event) => change({ day: event.target.value })}
            />
          </Field>
        </div>
      )}
      <Field label={t('actions.serves')}>
        <Select
          value={draft.serves}
          onChange={(serves) => change({ serves })}
          options={[
            ...(data?.mandates ?? []).map(({ id, intention }) => ({ value: id, label: intention })),
            ...UNTIED.map((one) => ({ value: one, label: t(`actions.tie.${one}`) })),
          ]}
          className="w-full"
        />
      </Field>
      <Field label={t('actions.minutes')} optional>
        <TextInput
          inputMode="numeric"
          value={draft.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </Field>
      <Field label={t('actions.note')} optional>
        <TextArea maxLength={1000} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
      </Field>
    </div>
  );
}
