import type { ReactNode } from 'react';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import { SliceFields } from '#web/cockpit/course/measure-fields.tsx';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { DRAW_FIGURE, type ProofDraft } from './draft.ts';

export interface ProofFieldsProps {
  readonly ws: string;
  readonly draft: ProofDraft;
  readonly change: (part: Partial<ProofDraft>) => void;
}

const WEEKS = [6, 8, 10, 13, 16, 26, 39, 52];
const WIDE = 'w-full [&>select]:w-full';

/** What is expected of which figure, and when. */
export function ExpectedFields({
  ws,
  draft,
  change,
  figures,
}: ProofFieldsProps & { readonly figures: readonly FigureCard[] }): ReactNode {
  const t = useWords();
  const isDraw = draft.design === 'draw';
  const figure = figures.find(({ id }) => id === (isDraw ? DRAW_FIGURE : draft.figure));
  return (
    <Card title={t('proof.expects')}>
      <div className="grid gap-3">
        <Field label={t('proof.field.title')}>
          <TextInput value={draft.title} maxLength={200} onChange={(event) => change({ title: event.target.value })} />
        </Field>
        <Choice label={t('proof.field.design')}>
          <Segmented
            label={t('proof.field.design')}
            value={draft.design}
            onChange={(design) => change({ design })}
            choices={[
              { value: 'weeks', label: t('proof.design.weeks') },
              { value: 'draw', label: t('proof.design.draw') },
            ]}
          />
        </Choice>
        {isDraw ? (
          <Field label={t('proof.field.consent')} hint={t('proof.field.consent.hint')}>
            <TextArea
              rows={2}
              maxLength={1000}
              value={draft.consent}
              onChange={(event) => change({ consent: event.target.value })}
            />
          </Field>
        ) : (
          <Field label={t('proof.field.figure')} {...(figure === undefined ? {} : { hint: figure.definition })}>
            <Select
              className={WIDE}
              value={draft.figure}
              options={figures.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(chosen) => change({ figure: chosen })}
            />
          </Field>
        )}
        <SliceFields
          ws={ws}
          legend={t('proof.field.slice')}
          slice={draft.slice}
          onChange={(slice) => change({ slice })}
        />
        <SizeFields draft={draft} change={change} isShare={figure?.unit === 'share'} />
        <div className="grid gap-3 wide:grid-cols-2">
          <Field label={t('proof.field.start')} hint={t('proof.field.start.hint')}>
            <TextInput
              type="date"
              value={draft.startDay}
              onChange={(event) => change({ startDay: event.target.value })}
            />
          </Field>
          <Field label={t('proof.field.weeks')}>
            <Select
              className={WIDE}
              value={String(draft.weeks)}
              options={WEEKS.map((n) => ({ value: String(n), label: t('proof.weeks', { n }) }))}
              onChange={(weeks) => change({ weeks: Number(weeks) })}
            />
          </Field>
        </div>
      </div>
    </Card>
  );
}

/** A question with its answers side by side; readers of screens hear it from the answers. */
function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="grid justify-items-start gap-1">
      <span aria-hidden className="font-medium">
        {label}
      </span>
      {children}
    </div>
  );
}

function SizeFields({
  draft,
  change,
  isShare,
}: Omit<ProofFieldsProps, 'ws'> & { readonly isShare: boolean }): ReactNode {
  const t = useWords();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice label={t('proof.field.direction')}>
        <Segmented
          label={t('proof.field.direction')}
          value={draft.direction}
          onChange={(direction) => change({ direction })}
          choices={[
            { value: 'up', label: t('proof.direction.up') },
            { value: 'down', label: t('proof.direction.down') },
          ]}
        />
      </Choice>
      <Field label={t('proof.field.size')} className="w-40">
        <TextInput inputMode="decimal" value={draft.size} onChange={(event) => change({ size: event.target.value })} />
      </Field>
      <Choice label={t('proof.field.size_in')}>
        <Segmented
          label={t('proof.field.size_in')}
          value={draft.sizeIn}
          onChange={(sizeIn) => change({ sizeIn })}
          choices={[
            { value: 'unit', label: t(isShare ? 'proof.in.points' : 'proof.in.unit') },
            { value: 'percent', label: t('proof.in.percent') },
          ]}
        />
      </Choice>
    </div>
  );
}
