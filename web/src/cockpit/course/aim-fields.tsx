import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { BaselineView } from '#cockpit/course/key-results/wire.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import { intervalText, valueText, type Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface AimFieldsProps {
  readonly found: BaselineView;
  /** As it is typed, and what that is in the figure's own unit; undefined while it is no number. */
  readonly target: string;
  readonly value: number | undefined;
  readonly onTarget: (target: string) => void;
  readonly due: string;
  readonly horizon: string;
  readonly onDue: (due: string) => void;
}

/** The baseline as it was measured, then where it should go and by when. */
export function AimFields({ found, target, value, onTarget, due, horizon, onDue }: AimFieldsProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, baseline } = found;
  // What was measured is read out; the hand goes on with the target.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const interval = intervalText(
    figure,
    { state: 'value', value: baseline.value, interval: baseline, n: 0, of: 0, sample: 0 },
    speech,
  );
  const window = t('course.baseline.window', {
    from: format.day(baseline.from),
    until: format.day(addDays(baseline.until, -1)),
  });
  return (
    <>
      <Lead>
        <p role="status" className="font-semibold">
          {t('course.baseline.found', { value: valueText(figure, baseline.value, speech) })}
        </p>
        <small>
          <Dots>
            {interval}
            {window}
          </Dots>
        </small>
      </Lead>
      <div className="grid gap-3 wide:grid-cols-2">
        <Field
          label={t('course.baseline.target.in', { unit: t(`course.unit.${figure.unit}`) })}
          error={target !== '' && value === undefined ? t('course.baseline.wrong') : undefined}
          {...hintOf(found, value, speech)}
        >
          <TextInput
            inputMode="decimal"
            ref={field}
            value={target}
            onFocus={(event) => event.target.select()}
            onChange={(event) => onTarget(event.target.value)}
          />
        </Field>
        <Field label={t('course.baseline.due')}>
          <TextInput type="date" required max={horizon} value={due} onChange={(event) => onDue(event.target.value)} />
        </Field>
      </div>
    </>
  );
}

/** What to think of before such a target is kept; it is kept all the same. */
function hintOf({ figure, baseline }: BaselineView, value: number | undefined, { t }: Speech): { hint?: string } {
  if (value === undefined || value === baseline.value) return {};
  const goesUp = value > baseline.value;
  const isWorse = figure.direction === (goesUp ? 'less_is_better' : 'more_is_better');
  if (isWorse) return { hint: t('course.baseline.against') };
  const bound = goesUp ? baseline.high : baseline.low;
  const isWithin = bound === null || (goesUp ? value <= bound : value >= bound);
  return isWithin ? { hint: t('course.baseline.within') } : {};
}
