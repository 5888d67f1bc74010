import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutcomeView, ResultsView } from '#cockpit/value/results/wire.ts';
import type { ScenarioView, SheetView } from '#cockpit/value/telling/wire.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { RangeBar, scaleOf } from './range-bar.tsx';
import { sayChance } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface ScenariosProps {
  readonly sheet: SheetView;
  readonly results: ResultsView;
  /** Absent: whoever reads may not write. */
  readonly onEdit: ((scenario: ScenarioView | undefined) => void) | undefined;
}

/** The same model with other ranges, on one scale. */
export function Scenarios({ sheet, results, onEdit }: ScenariosProps): ReactNode {
  const { t } = useSpeech(sheet.currency);
  const all = [results.main, ...results.scenarios];
  const scale = scaleOf(all.map(({ net }) => net));
  return (
    <Card
      title={t('value.scenarios')}
      aside={
        onEdit === undefined ? undefined : (
          <Button tone="quiet" className="no-print" onClick={() => onEdit(undefined)}>
            <Plus aria-hidden size={14} />
            {t('value.scenario.add')}
          </Button>
        )
      }
    >
      {results.scenarios.length === 0 ? (
        <p className="text-soft">{t('value.scenarios.none')}</p>
      ) : (
        <ul className="grid divide-y divide-line">
          {all.map((outcome) => (
            <li key={outcome.id ?? 'main'}>
              <Row outcome={outcome} scale={scale} sheet={sheet} onEdit={onEdit} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface RowProps extends Pick<ScenariosProps, 'sheet' | 'onEdit'> {
  readonly outcome: OutcomeView;
  readonly scale: ReturnType<typeof scaleOf>;
}

function Row({ outcome, scale, sheet, onEdit }: RowProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t, money } = speech;
  const { net, chance, id, name } = outcome;
  const scenario = sheet.scenarios.find((one) => one.id === id);
  return (
    <div className="grid items-center gap-x-4 gap-y-1 py-2 wide:grid-cols-[minmax(0,16rem)_1fr_5.5rem]">
      <span className="min-w-0">
        <b>{name ?? t('value.scenario.main')}</b>
        <small className="block text-soft">{t('value.scenario.chance', { chance: sayChance(chance, speech) })}</small>
      </span>
      <div className="grid gap-0.5">
        <RangeBar spread={net} scale={scale} />
        <small className="text-soft tabular-nums">
          {t('value.scenario.range', {
            low: money.about(net.p10),
            middle: money.about(net.p50),
            high: money.about(net.p90),
          })}
        </small>
      </div>
      {onEdit !== undefined && scenario !== undefined && (
        <Button className="no-print justify-self-start" onClick={() => onEdit(scenario)}>
          {t('value.edit')}
        </Button>
      )}
    </div>
  );
}
