import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '#web/app/problem.ts';
import { useToday } from '#web/app/today.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { Draft } from './draft.ts';
import { partsQuery } from './insights-query.ts';

interface FieldsProps {
  readonly ws: string;
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
}

/** Who decides, a colleague or somebody outside, and by when. */
export function OwnerFields({
  ws,
  draft,
  problem,
  onChange,
}: FieldsProps & { readonly problem: Problem | undefined }): ReactNode {
  const t = useWords();
  const today = useToday();
  const parts = useQuery(partsQuery(ws));
  const owners = (parts.data?.owners ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="grid gap-1.5">
        <span className="font-medium">{t('insights.owner')}</span>
        <Segmented
          label={t('insights.owner')}
          choices={[
            { value: 'colleague', label: t('insights.owner.colleague') },
            { value: 'outside', label: t('insights.owner.outside') },
          ]}
          value={draft.who}
          onChange={(who) => onChange({ who })}
        />
      </div>
      {draft.who === 'colleague' ? (
        <Field label={t('insights.owner.name')} hint={t('insights.owner.hint')} optional>
          <Combobox
            options={owners}
            value={draft.ownerId}
            onChange={(ownerId) => onChange({ ownerId })}
            className="w-full"
          />
        </Field>
      ) : (
        <div className="grid gap-2 wide:grid-cols-2">
          <Field label={t('insights.outside.name')} error={problem?.about('outside.name')}>
            <TextInput
              maxLength={120}
              value={draft.outsideName}
              onChange={(event) => onChange({ outsideName: event.target.value })}
            />
          </Field>
          <Field label={t('insights.outside.email')} error={problem?.about('outside.email')}>
            <TextInput
              type="email"
              maxLength={254}
              value={draft.outsideEmail}
              onChange={(event) => onChange({ outsideEmail: event.target.value })}
            />
          </Field>
        </div>
      )}
      <Field label={t('insights.due')} error={problem?.about('due')} optional>
        <TextInput
          type="date"
          min={today}
          value={draft.due}
          onChange={(event) => onChange({ due: event.target.value })}
        />
      </Field>
    </>
  );
}

/** What an insight is about: a theme, and the objective it serves. */
export function AboutFields({ ws, draft, onChange }: FieldsProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const parts = useQuery(partsQuery(ws));
  const objectives = (parts.data?.objectives ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const themes = (parts.data?.themes ?? []).map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <>
      {objectives.length > 0 && (
        <Field label={t('insights.objective')} optional>
          <Combobox
            options={objectives}
            value={draft.objectiveId}
            onChange={(objectiveId) => onChange({ objectiveId })}
            className="w-full"
          />
        </Field>
      )}
      {themes.length > 0 && (
        <Field label={t('insights.theme')} optional>
          <Combobox
            options={themes}
            value={draft.themeId}
            onChange={(themeId) => onChange({ themeId })}
            className="w-full"
          />
        </Field>
      )}
    </>
  );
}
