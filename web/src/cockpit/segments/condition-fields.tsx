import type { ReactNode } from 'react';
import type { Condition, RuleParts, State } from '#cockpit/segments/wire.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { ManyOf } from '#web/ui/many-of.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Option } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { BEGINNINGS, KINDS } from './draft.ts';
import { WithinFields } from './within-fields.tsx';

interface ConditionFieldsProps {
  readonly condition: Condition;
  readonly parts: RuleParts;
  readonly onChange: (condition: Condition) => void;
}

/** One condition: what it is about, then what that wants to know. */
export function ConditionFields({ condition, parts, onChange }: ConditionFieldsProps): ReactNode {
  const t = useWords();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field label={t('segments.about')} hideLabel>
        <Select
          value={condition.is}
          options={KINDS.map((kind) => ({ value: kind, label: t(`segments.is.${kind}`) }))}
          onChange={(next) => {
            const kind = KINDS.find((one) => one === next);
            if (kind !== undefined) onChange(BEGINNINGS[kind]);
          }}
        />
      </Field>
      <Rest condition={condition} parts={parts} onChange={onChange} />
    </div>
  );
}

function Rest({ condition, parts, onChange }: ConditionFieldsProps): ReactNode {
  switch (condition.is) {
    case 'activity':
    case 'answered':
      return <Amount condition={condition} onChange={onChange} />;
    case 'first':
    case 'last':
      return <WithinFields within={condition.within} onChange={(within) => onChange({ ...condition, within })} />;
    case 'state':
    case 'kind':
      return <Ticks condition={condition} onChange={onChange} />;
    default:
      return <Named condition={condition} parts={parts} onChange={onChange} />;
  }
}

type Of<Is extends Condition['is']> = Extract<Condition, { is: Is }>;

interface AmountProps {
  readonly condition: Of<'activity'> | Of<'answered'>;
  readonly onChange: (condition: Condition) => void;
}

function Amount({ condition, onChange }: AmountProps): ReactNode {
  const t = useWords();
  const isActivity = condition.is === 'activity';
  const n = isActivity ? condition.count : condition.people;
  const setN = (next: number): void =>
    onChange(isActivity ? { ...condition, count: next } : { ...condition, people: next });
  return (
    <>
      {isActivity && (
        <Field label={t('segments.how')} hideLabel>
          <Select
            value={condition.how}
            options={[
              { value: 'at_least', label: t('segments.at_least') },
              { value: 'at_most', label: t('segments.at_most') },
            ]}
            onChange={(how) => onChange({ ...condition, how: how === 'at_most' ? 'at_most' : 'at_least' })}
          />
        </Field>
      )}
      <Field label={t(isActivity ? 'segments.count' : 'segments.people')} hideLabel>
        <TextInput
          type="number"
          min={0}
          max={100_000}
          value={Number.isNaN(n) ? '' : n}
          onChange={(event) => setN(event.target.value === '' ? Number.NaN : Number(event.target.value))}
          className="w-20"
        />
      </Field>
      <span className="self-center">{t(isActivity ? 'segments.contributions' : 'segments.persons')}</span>
      <WithinFields within={condition.within} onChange={(within) => onChange({ ...condition, within })} />
    </>
  );
}

const STATES: readonly State[] = ['new', 'returned', 'core', 'active', 'fading', 'dormant', 'gone'];
const MEMBER_KINDS = ['person', 'staff', 'bot'] as const;

interface TicksProps {
  readonly condition: Of<'state'> | Of<'kind'>;
  readonly onChange: (condition: Condition) => void;
}

function Ticks({ condition, onChange }: TicksProps): ReactNode {
  const t = useWords();
  if (condition.is === 'kind') {
    return MEMBER_KINDS.map((kind) => (
      <Checkbox
        key={kind}
        label={t(`segments.kind.${kind}`)}
        checked={condition.kinds.includes(kind)}
        onChange={(isOn) => onChange({ ...condition, kinds: toggled(MEMBER_KINDS, condition.kinds, kind, isOn) })}
        className="self-center"
      />
    ));
  }
  return (
    <div className="grid basis-full gap-1 wide:grid-cols-2">
      {STATES.map((state) => (
        <Checkbox
          key={state}
          label={t(`segments.state.${state}`)}
          hint={t(`segments.state.${state}.means`)}
          checked={condition.states.includes(state)}
          onChange={(isOn) => onChange({ ...condition, states: toggled(STATES, condition.states, state, isOn) })}
        />
      ))}
    </div>
  );
}

/** With or without one, in the order of all. */
function toggled<T>(all: readonly T[], chosen: readonly T[], one: T, isOn: boolean): readonly T[] {
  return all.filter((each) => (each === one ? isOn : chosen.includes(each)));
}

interface NamedProps {
  readonly condition: Of<'place'> | Of<'channel'> | Of<'theme'> | Of<'affiliation'>;
  readonly parts: RuleParts;
  readonly onChange: (condition: Condition) => void;
}

function Named({ condition, parts, onChange }: NamedProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const shared = { hideLabel: true, label: t(`segments.is.${condition.is}`), none: t(`segments.none.${condition.is}`) };
  const named = (items: readonly { readonly id: string; readonly name: string }[]): readonly Option[] =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  switch (condition.is) {
    case 'place':
      return (
        <ManyOf
          {...shared}
          options={named(parts.places)}
          values={condition.places}
          onChange={(places) => onChange({ ...condition, places })}
        />
      );
    case 'channel':
      return (
        <ManyOf
          {...shared}
          options={named(parts.channels.map(({ id, name, place }) => ({ id, name: `${place} · ${name}` })))}
          values={condition.channels}
          onChange={(channels) => onChange({ ...condition, channels })}
        />
      );
    case 'theme':
      return (
        <ManyOf
          {...shared}
          options={named(parts.themes.map(({ id, name }) => ({ id, name: name[language] })))}
          values={condition.themes}
          onChange={(themes) => onChange({ ...condition, themes })}
        />
      );
    case 'affiliation':
      return (
        <ManyOf
          {...shared}
          options={parts.organisations.map((name) => ({ value: name, label: name }))}
          values={condition.organisations}
          onChange={(organisations) => onChange({ ...condition, organisations })}
        />
      );
    default:
      return condition satisfies never;
  }
}
