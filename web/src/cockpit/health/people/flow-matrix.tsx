import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Lifecycle } from '#cockpit/figures/lifecycle/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { Select } from '#web/ui/select.tsx';
import { lastOf } from '../days.ts';
import { STATES } from './states.ts';

type Flow = Lifecycle['flows'][number];
type Before = Flow['cells'][number]['before'];

const ROWS: readonly Before[] = [...STATES, 'absent'];
const CELL = 'border-t border-line px-2 py-1 text-right whitespace-nowrap tabular-nums';
const NAME = 'border-t border-line px-2 py-1 pl-3 text-left font-normal whitespace-nowrap sticky left-0 z-1 bg-card';

/** Who went from which state to which, over the whole period or one of its steps; rows and columns add up. */
export function FlowCard({ flows }: { readonly flows: readonly Flow[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [chosen, choose] = useState(0);
  const flow = flows[chosen] ?? flows[0];
  if (flow === undefined) return undefined;
  const range = (one: Flow): string =>
    t('ui.period.range', { from: format.day(one.from), until: format.day(lastOf(one)) });
  // The step that is the whole period itself is not offered twice.
  const options = flows.map((one, at) => ({
    value: String(at),
    label: at === 0 ? t('health-people.flow.whole') : range(one),
  }));
  return (
    <Card title={t('health-people.flow')}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
        <p className="text-soft">{t('health-people.flow.how')}</p>
        {flows.length > 2 && (
          <Select
            aria-label={t('health-people.flow.step')}
            options={options}
            value={String(chosen)}
            onChange={(value) => choose(Number(value))}
          />
        )}
      </div>
      <Matrix flow={flow} caption={t('health-people.flow.caption', { range: range(flow) })} />
    </Card>
  );
}

function Matrix({ flow, caption }: { readonly flow: Flow; readonly caption: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const count = (before?: Before, after?: Before): number =>
    flow.cells
      .filter(
        (cell) => (before === undefined || cell.before === before) && (after === undefined || cell.after === after),
      )
      .reduce((sum, { persons }) => sum + persons, 0);
  const most = Math.max(1, ...flow.cells.map(({ persons }) => persons));
  return (
    <div
      role="region"
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className={cx(NAME, 'border-t-0 font-semibold')}>
              {t('health-people.flow.from_to')}
            </th>
            {STATES.map((state) => (
              <th key={state} scope="col" className={cx(CELL, 'border-t-0 font-semibold')}>
                {t(`health-people.state.${state}`)}
              </th>
            ))}
            <th scope="col" className={cx(CELL, 'border-t-0 font-semibold')}>
              {t('health-people.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((before) => (
            <tr key={before}>
              <th scope="row" className={NAME}>
                {t(`health-people.state.${before}`)}
              </th>
              {STATES.map((after) => {
                const persons = count(before, after);
                return (
                  <td key={after} className={CELL} style={{ backgroundColor: shadeOf(persons / most) }}>
                    {persons === 0 ? <span className="text-faint">0</span> : format.number(persons)}
                  </td>
                );
              })}
              <td className={cx(CELL, 'font-medium')}>{format.number(count(before))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={cx(NAME, 'font-medium')}>
              {t('health-people.sum')}
            </th>
            {STATES.map((after) => (
              <td key={after} className={cx(CELL, 'font-medium')}>
                {format.number(count(undefined, after))}
              </td>
            ))}
            <td className={cx(CELL, 'font-medium')}>{format.number(count())}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Small flows beside large ones must still be seen: the shade goes by the square root. */
function shadeOf(share: number): string {
  return `color-mix(in srgb, var(--cockpit) ${Math.round(Math.sqrt(share) * 34)}%, transparent)`;
}
