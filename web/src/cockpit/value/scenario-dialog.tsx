import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { GivenInput } from '#cockpit/value/wire.ts';
import type { LineView, ScenarioView, SheetView } from '#cockpit/value/telling/wire.ts';
import { api } from '#web/app/api.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { GivenDraft, Saying } from './draft.ts';
import { freshGiven, givenDraft, givenOf } from './draft.ts';
import { KeepActions, useKeeping } from './keeping.tsx';
import { inputKey, sayThree } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface ScenarioDialogProps {
  readonly ws: string;
  readonly sheet: SheetView;
  readonly saying: Saying;
  /** The scenario to change; absent: a new one. */
  readonly scenario: ScenarioView | undefined;
  readonly onClose: () => void;
}

type Drafts = Readonly<Record<string, GivenDraft>>;

const keyOf = (lineId: string, input: string): string => `${lineId}.${input}`;
const isEmpty = ({ low, likely, high }: GivenDraft): boolean => `${low}${likely}${high}`.trim() === '';

/** Other ranges for some numbers; what stays empty is as the line has it. */
export function ScenarioDialog({ ws, sheet, saying, scenario, onClose }: ScenarioDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const language = useLanguage();
  const { busy, problem, keep } = useKeeping(ws, onClose);
  const [name, setName] = useState(scenario?.name ?? '');
  const [drafts, setDrafts] = useState<Drafts>(() => draftsOf(scenario, sheet, language));
  const ranges = rangesOf(drafts, sheet);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const body = { version: sheet.number, scenario: { name, ranges } };
    keep(() =>
      scenario === undefined ? api.post('/value/scenarios', body) : api.put(`/value/scenarios/${scenario.id}`, body),
    );
  };
  const remove = (id: string): void => keep(() => api.post(`/value/scenarios/${id}/remove`, { version: sheet.number }));
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(scenario === undefined ? 'value.scenario.new' : 'value.scenario.change')}
      lead={t('value.scenario.lead')}
      actions={
        <KeepActions
          form={form}
          busy={busy}
          disabled={name.trim() === '' || ranges === undefined}
          onClose={onClose}
          remove={
            scenario === undefined
              ? undefined
              : { label: t('value.scenario.remove'), onClick: () => remove(scenario.id) }
          }
        />
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {problem !== undefined && problem.errors.length === 0 && <ErrorNote error={problem} />}
        <Field label={t('value.scenario.name')} hint={t('value.scenario.name.hint')}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {sheet.lines.map((line) => (
          <LineRanges
            key={line.id}
            line={line}
            currency={sheet.currency}
            drafts={drafts}
            about={(path) => problem?.about(`scenario.ranges.${line.id}.${path}`)}
            onChange={(input, change) => {
              const before = drafts[keyOf(line.id, input)] ?? freshGiven(saying);
              setDrafts({ ...drafts, [keyOf(line.id, input)]: { ...before, ...change } });
            }}
          />
        ))}
      </form>
    </Dialog>
  );
}

interface LineRangesProps {
  readonly line: LineView;
  readonly currency: string;
  readonly drafts: Drafts;
  readonly about: (path: string) => string | undefined;
  readonly onChange: (input: string, change: Partial<GivenDraft>) => void;
}

const PARTS = ['low', 'likely', 'high'] as const;

function LineRanges({ line, currency, drafts, about, onChange }: LineRangesProps): ReactNode {
  const speech = useSpeech(currency);
  const { t } = speech;
  const own = line.inputs.filter(({ id }) => drafts[keyOf(line.id, id)] !== undefined).length;
  return (
    <details open={own > 0} className="rounded-lg border border-line px-3 py-2">
      <summary className="cursor-pointer font-semibold">{line.name}</summary>
      <div className="mt-2 grid gap-3">
        {line.inputs.map(({ id, unit, given }) => (
          <div key={id} className="grid gap-1">
            <p>
              {t(inputKey(line.stream, id))}{' '}
              <small className="text-soft">{t('value.scenario.base', { three: sayThree(unit, given, speech) })}</small>
            </p>
            <div className="grid grid-cols-3 gap-2">
              {PARTS.map((part) => (
                <Field
                  key={part}
                  label={`${t(`value.part.${part}`)} (${t(`value.unit.${unit}`, { currency })})`}
                  error={about(`${id}.${part}`)}
                  optional
                >
                  <TextInput
                    inputMode="decimal"
                    value={drafts[keyOf(line.id, id)]?.[part] ?? ''}
                    onChange={(event) => onChange(id, { [part]: event.target.value })}
                  />
                </Field>
              ))}
            </div>
          </div>
        ))}
      </div>
    </details>
  );
}

function draftsOf(scenario: ScenarioView | undefined, sheet: SheetView, language: 'fr' | 'en'): Drafts {
  return Object.fromEntries(
    (scenario?.ranges ?? []).flatMap(({ lineId, input, given }) => {
      const unit = sheet.lines.find(({ id }) => id === lineId)?.inputs.find(({ id }) => id === input)?.unit;
      return unit === undefined ? [] : [[keyOf(lineId, input), givenDraft(given, unit, language)]];
    }),
  );
}

type Ranges = Readonly<Record<string, Readonly<Record<string, GivenInput>>>>;

/** What was filled in; undefined while something is begun and not whole. */
function rangesOf(drafts: Drafts, sheet: SheetView): Ranges | undefined {
  const found: Record<string, Record<string, GivenInput>> = {};
  for (const line of sheet.lines) {
    for (const { id, unit } of line.inputs) {
      const draft = drafts[keyOf(line.id, id)];
      if (draft === undefined || isEmpty(draft)) continue;
      const given = givenOf(draft, unit);
      if (given === undefined) return undefined;
      found[line.id] = { ...found[line.id], [id]: given };
    }
  }
  return found;
}
