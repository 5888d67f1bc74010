import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field, Fieldset } from '#web/ui/field.tsx';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { ManyOf } from '#web/ui/many-of.tsx';
import { PeriodPicker } from '#web/ui/period-picker.tsx';
import { USUAL_PERIOD } from '#web/ui/period.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { Section } from './section.tsx';

const OWNERS = ['Anouk Ferrand', 'Basile Courtois', 'Céleste Aubry', 'Émile Roussel', 'Flore Méndez'].map((name) => ({
  value: name,
  label: name,
}));

/** Forms. */
export function Fill(): ReactNode {
  const t = useWords();
  return (
    <Section title={t('toolbox.fill')}>
      <div className="grid gap-4 wide:grid-cols-2 large:grid-cols-3">
        <Writing />
        <Choosing />
        <Narrowing />
      </div>
    </Section>
  );
}

function Writing(): ReactNode {
  const t = useWords();
  return (
    <div className="grid content-start gap-3">
      <Field label={t('toolbox.fill.name')} hint={t('toolbox.fill.name.hint')}>
        <TextInput defaultValue="L’atelier" />
      </Field>
      <Field label={t('toolbox.fill.address')} error={t('toolbox.fill.address.error')}>
        <TextInput type="url" defaultValue="https://forum.exemple.fr" />
      </Field>
      <Field label={t('toolbox.fill.why')} optional>
        <TextArea />
      </Field>
    </div>
  );
}

function Choosing(): ReactNode {
  const t = useWords();
  const [language, setLanguage] = useState('fr');
  const [owner, setOwner] = useState<string>();
  const [many, setMany] = useState<readonly string[]>([]);
  const [staff, setStaff] = useState(true);
  const languages = (['fr', 'en', 'de'] as const).map((value) => ({ value, label: t(`toolbox.fill.${value}`) }));
  return (
    <div className="grid content-start gap-3">
      <Field label={t('toolbox.fill.language')}>
        <Select value={language} onChange={setLanguage} options={languages} />
      </Field>
      <Field label={t('toolbox.fill.owner')} hint={t('toolbox.fill.owner.hint')} optional>
        <Combobox value={owner} onChange={setOwner} options={OWNERS} />
      </Field>
      <ManyOf label={t('toolbox.fill.many')} options={OWNERS} values={many} onChange={setMany} optional />
      <Fieldset legend={t('ui.filter.label')}>
        <Checkbox
          label={t('toolbox.fill.staff')}
          hint={t('toolbox.fill.staff.hint')}
          checked={staff}
          onChange={setStaff}
        />
      </Fieldset>
    </div>
  );
}

function Narrowing(): ReactNode {
  const t = useWords();
  const [view, setView] = useState<'month' | 'week' | 'list'>('month');
  const [period, setPeriod] = useState(USUAL_PERIOD);
  const [file, setFile] = useState<File>();
  return (
    <div className="grid content-start gap-3">
      <div className="flex flex-wrap gap-2">
        <Segmented
          label={t('toolbox.fill.view')}
          value={view}
          onChange={setView}
          choices={(['month', 'week', 'list'] as const).map((value) => ({ value, label: t(`toolbox.fill.${value}`) }))}
        />
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      <FileDrop
        label={t('toolbox.fill.file')}
        hint={t('toolbox.fill.file.hint')}
        accept=".zip,.csv,.mbox"
        chosen={file}
        onChoose={setFile}
      />
    </div>
  );
}
