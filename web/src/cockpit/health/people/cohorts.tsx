import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Cohorts as Detail } from '#cockpit/figures/retention/wire.ts';
import type { Formatter } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { LineChart } from '#web/ui/line-chart.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import type { DetailProps } from '../details.ts';

type Row = Detail['cohorts'][number];
type Reading = 'activeIn' | 'activeInOrLater';

/** A share is written from so many persons on; below, both numbers are. */
const SHARE_FROM = 20;
const CELL = 'px-2 py-1 text-right whitespace-nowrap tabular-nums';
const FIRST = 'sticky left-0 z-1 bg-card px-2 py-1 pl-3 text-left font-normal whitespace-nowrap';

/** The triangle of cohorts: a row for each month of arrival, a column for each month since; a shade and a number. */
export function Cohorts({ detail }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const [reading, setReading] = useState<Reading>('activeIn');
  const { cohorts, ages } = detail;
  return (
    <>
      <Card title={t('health-people.cohorts')}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
          <p className="text-soft">{t(`health-people.cohorts.${reading}`)}</p>
          <Segmented
            label={t('health-people.cohorts.reading')}
            value={reading}
            onChange={setReading}
            choices={[
              { value: 'activeIn', label: t('health-people.cohorts.in') },
              { value: 'activeInOrLater', label: t('health-people.cohorts.or_later') },
            ]}
          />
        </div>
        <Triangle cohorts={cohorts} ages={ages} reading={reading} />
        <small className="block pt-2 text-soft">{t('health-people.cohorts.how')}</small>
      </Card>
      <Together ages={ages} />
    </>
  );
}

interface TriangleProps {
  readonly cohorts: Detail['cohorts'];
  readonly ages: Detail['ages'];
  readonly reading: Reading;
}

function Triangle({ cohorts, ages, reading }: TriangleProps): ReactNode {
  const t = useWords();
  const label = t('health-people.cohorts.table');
  // In the month they came all were active: their number says it.
  const columns = ages.map(({ age }) => age).filter((age) => age > 0);
  return (
    <div
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className={cx(FIRST, 'font-semibold')}>
              {t('health-people.cohorts.month')}
            </th>
            <th scope="col" className={cx(CELL, 'font-semibold')}>
              {t('health-people.cohorts.size')}
            </th>
            {columns.map((age) => (
              <th key={age} scope="col" className={cx(CELL, 'font-semibold')}>
                {t('health-people.cohorts.age', { age })}
                {reading === 'activeInOrLater' && <span className="font-normal"> +</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((row) => (
            <CohortLine key={row.month} row={row} columns={columns} reading={reading} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly row: Row;
  readonly columns: readonly number[];
  readonly reading: Reading;
}

function CohortLine({ row, columns, reading }: LineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { month, size } = row;
  const cells = row[reading];
  return (
    <tr>
      <th scope="row" className={cx(FIRST, 'border-t border-line')}>
        {format.day(month, 'month')}
      </th>
      <td className={cx(CELL, 'border-t border-line', size === null && 'text-soft')}>
        {size === null ? t('health-people.cohorts.few') : format.number(size)}
      </td>
      {columns.map((age) => {
        const active = cells[age];
        if (active === undefined || size === null || size === 0) {
          return (
            <td key={age} className={cx(CELL, 'border-t border-line')}>
              {''}
            </td>
          );
        }
        return (
          <td
            key={age}
            className={cx(CELL, 'border-t border-line')}
            style={{ backgroundColor: shadeOf(active / size) }}
          >
            {cellText(active, size, format)}
          </td>
        );
      })}
    </tr>
  );
}

/** The more of them, the deeper; never so deep that the number could not be read on it. */
function shadeOf(share: number): string {
  return `color-mix(in srgb, var(--cockpit) ${Math.round(share * 38)}%, transparent)`;
}

function cellText(active: number, size: number, format: Formatter): string {
  return size < SHARE_FROM ? `${format.number(active)}/${format.number(size)}` : format.percent(active / size);
}

/** All cohorts as one, by age, with the interval. */
function Together({ ages }: { readonly ages: Detail['ages'] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const told = ages.filter(({ of }) => of > 0);
  if (told.length < 2) return undefined;
  const shareAt = ({ of, share }: Detail['ages'][number]) => (of < SHARE_FROM ? undefined : (share ?? undefined));
  return (
    <Card title={t('health-people.cohorts.together')}>
      <LineChart
        label={t('health-people.cohorts.together')}
        places={told.map(({ age }) =>
          age === 0 ? t('health-people.cohorts.age0') : t('health-people.cohorts.age', { age }),
        )}
        show={(share) => format.percent(share)}
        lines={[
          {
            name: t('health-people.cohorts.still'),
            values: told.map((one) => shareAt(one)?.value),
            texts: told.map((one) => shareText(one, format)),
            band: { low: told.map((one) => shareAt(one)?.low), high: told.map((one) => shareAt(one)?.high) },
          },
        ]}
        beside={[{ name: t('health-people.cohorts.people'), texts: told.map(({ of }) => format.number(of)) }]}
      />
    </Card>
  );
}

function shareText({ active, of, share }: Detail['ages'][number], format: Formatter): string {
  if (share === null || of < SHARE_FROM) return `${format.number(active)}/${format.number(of)}`;
  return `${format.percent(share.value)} (${format.percent(share.low)} – ${format.percent(share.high)})`;
}
