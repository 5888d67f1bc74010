import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { LeverView, ResultsView } from '#cockpit/value/results/wire.ts';
import type { SheetView } from '#cockpit/value/telling/wire.ts';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { leverName, sayBreak, sayNumber } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface BreakEvenProps {
  readonly sheet: SheetView;
  readonly results: ResultsView;
}

const keyOf = ({ lineId, input }: LeverView): string => `${lineId} ${input}`;

/** How low can one number fall, or how high must it rise? */
export function BreakEven({ sheet, results }: BreakEvenProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t } = speech;
  const [chosen, setChosen] = useState<string>();
  const lever = results.levers.find((one) => keyOf(one) === chosen) ?? results.levers[0];
  if (lever === undefined) return undefined;
  return (
    <Card title={t('value.break')}>
      <div className="grid gap-3">
        <Field label={t('value.break.which')}>
          <Select
            className="w-full max-w-[32rem] [&>select]:w-full"
            value={keyOf(lever)}
            options={results.levers.map((one) => ({ value: keyOf(one), label: leverName(one, sheet, t) }))}
            onChange={setChosen}
          />
        </Field>
        <p role="status" className="text-md font-semibold">
          {sayBreak(lever, results.middle, leverName(lever, sheet, t), speech)}
        </p>
        <Slider key={keyOf(lever)} lever={lever} middle={results.middle} sheet={sheet} />
      </div>
    </Card>
  );
}

interface SliderProps {
  readonly lever: LeverView;
  readonly middle: number;
  readonly sheet: SheetView;
}

const STEPS = 200;

/** Moves the number and tells what is left. Exact: every number stands in one product, so the answer moves straight with it. */
function Slider({ lever, middle, sheet }: SliderProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t, money } = speech;
  const id = useId();
  const top = topOf(lever);
  const [step, setStep] = useState(Math.round((lever.middle / top) * STEPS));
  const value = (top * step) / STEPS;
  const net = middle + lever.slope * (value - lever.middle);
  const told = t('value.break.at', { value: sayNumber(lever.unit, value, speech, true), net: money.about(net, 3) });
  return (
    <div className="no-print grid gap-1">
      <label htmlFor={id} className="text-sm text-soft">
        {t('value.break.move')}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        value={step}
        aria-valuetext={told}
        onChange={(event) => setStep(Number(event.target.value))}
        className="h-6 w-full max-w-[32rem] accent-cockpit pointer-coarse:h-10"
      />
      <output htmlFor={id} className={net >= 0 ? 'tabular-nums' : 'text-late tabular-nums'}>
        {told}
      </output>
    </div>
  );
}

function topOf({ unit, high, breaksAt }: LeverView): number {
  if (unit === 'share') return 1;
  return breaksAt !== null && breaksAt > high && breaksAt < high * 5 ? breaksAt * 1.2 : high * 1.5;
}
