import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MoneySpread, ResultsView } from '#cockpit/value/results/wire.ts';
import type { LineView, SheetView } from '#cockpit/value/telling/wire.ts';
import { addDays } from '#web/cockpit/health/days.ts';
import { valueText } from '#web/cockpit/health/say-figure.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { inputKey, sayEvent, saySource, sayThree } from './say-value.ts';
import type { Speech } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

interface LinesProps {
  readonly ws: string;
  readonly sheet: SheetView;
  readonly results: ResultsView | undefined;
  readonly side: 'in' | 'out';
  /** Absent: whoever reads may not write. */
  readonly onEdit: ((line: LineView) => void) | undefined;
  readonly onAdd: (() => void) | undefined;
}

/** What comes in, or what it costs: each line opens on its numbers. */
export function Lines({ ws, sheet, results, side, onEdit, onAdd }: LinesProps): ReactNode {
  const speech = useSpeech(sheet.currency);
  const { t } = speech;
  const lines = sheet.lines.filter((line) => line.side === side);
  const amountOf = (id: string): MoneySpread | undefined => results?.lines.find(({ lineId }) => lineId === id)?.amount;
  return (
    <Card
      title={t(`value.side.${side}`)}
      aside={
        onAdd === undefined ? undefined : (
          <Button tone="quiet" className="no-print" onClick={onAdd}>
            <Plus aria-hidden size={14} />
            {t(`value.add.${side}`)}
          </Button>
        )
      }
    >
      {lines.length === 0 ? (
        <p className="text-soft">{t(`value.none.${side}`)}</p>
      ) : (
        <ul className="grid divide-y divide-line">
          {lines.map((line) => (
            <li key={line.id}>
              <Line ws={ws} line={line} amount={amountOf(line.id)} speech={speech} onEdit={onEdit} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface LineProps {
  readonly ws: string;
  readonly line: LineView;
  readonly amount: MoneySpread | undefined;
  readonly speech: Speech;
  readonly onEdit: ((line: LineView) => void) | undefined;
}

function Line({ ws, line, amount, speech, onEdit }: LineProps): ReactNode {
  const { t, money } = speech;
  const counts = sayEvent(line, t);
  return (
    <details className="print-open py-2 break-inside-avoid">
      <summary className="cursor-pointer rounded-sm">
        <span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 align-top">
          <span className="flex min-w-0 flex-wrap items-baseline gap-2">
            <b>{line.name}</b>
            <Chip hue={line.side === 'in' ? 'field' : 'bridge'}>{t(`value.stream.${line.stream}`)}</Chip>
          </span>
          {amount !== undefined && (
            <span className="text-soft tabular-nums">
              {t(`value.amount.${line.every}`, {
                low: money.about(amount.p10),
                middle: money.about(amount.p50),
                high: money.about(amount.p90),
              })}
            </span>
          )}
        </span>
      </summary>
      <div className="mt-2 grid gap-2 pl-4">
        {counts !== undefined && <p className="text-sm text-soft">{t('value.counts', { event: counts })}</p>}
        <p className="text-sm text-soft">{t('value.sum', { sum: sumText(line, speech) })}</p>
        <Inputs ws={ws} line={line} speech={speech} />
        {onEdit !== undefined && (
          <Button className="no-print justify-self-start" onClick={() => onEdit(line)}>
            {t('value.edit')}
          </Button>
        )}
      </div>
    </details>
  );
}

/** The product a line is, in the words of its numbers. */
function sumText({ stream, inputs }: LineView, { t }: Speech): string {
  return inputs
    .map(({ id }) =>
      id === 'anyway' ? t('value.sum.left', { name: t(inputKey(stream, id)) }) : t(inputKey(stream, id)),
    )
    .join(' × ');
}

function Inputs({ ws, line, speech }: Pick<LineProps, 'ws' | 'line' | 'speech'>): ReactNode {
  const { t } = speech;
  return (
    <dl className="grid gap-x-4 gap-y-1.5 wide:grid-cols-[minmax(0,18rem)_1fr]">
      {line.inputs.map(({ id, unit, given }) => (
        <div key={id} className="contents">
          <dt className="text-soft">{t(inputKey(line.stream, id))}</dt>
          <dd className="mb-1 min-w-0 wide:mb-0">
            <span className="tabular-nums">{sayThree(unit, given, speech)}</span>
            <small className="block text-soft">
              {saySource(given, speech)}
              {given.note !== null && given.note !== '' && ` · ${given.note}`}
            </small>
            {given.figure !== null && <Figure ws={ws} figure={given.figure} speech={speech} />}
            {given.proof !== null && <Proof ws={ws} proof={given.proof} speech={speech} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ProofProps {
  readonly ws: string;
  readonly proof: NonNullable<LineView['inputs'][number]['given']['proof']>;
  readonly speech: Speech;
}

/** The proof that was leant on, its verdict in words, and the share that follows from it. */
function Proof({ ws, proof, speech }: ProofProps): ReactNode {
  const { t } = speech;
  const { id, title, verdict } = proof;
  return (
    <small className="block">
      <Link to="/$ws/proof/$proof" params={{ ws, proof: id }} className="text-cockpit underline">
        {title}
      </Link>{' '}
      {t('value.proof.said', { verdict: t(`proof.verdict.${verdict}`), three: sayThree('share', proof, speech) })}
    </small>
  );
}

interface FigureProps {
  readonly ws: string;
  readonly figure: NonNullable<LineView['inputs'][number]['given']['figure']>;
  readonly speech: Speech;
}

/** The figure that was leant on, what it was then, and the way to what it is now. */
function Figure({ ws, figure, speech }: FigureProps): ReactNode {
  const { t, format } = speech;
  const value = valueText({ id: figure.figure, unit: figure.unit }, figure.value, speech);
  const counted = { n: format.number(figure.n, 0), of: format.number(figure.of, 0) };
  const of = figure.unit === 'share' ? t('value.figure.of', counted) : '';
  return (
    <small className="block">
      <Link
        to="/$ws/health/$figure"
        params={{ ws, figure: figure.figure }}
        search={definedOf(figure.slice)}
        className="text-cockpit underline"
      >
        {figure.name}
      </Link>{' '}
      {t('value.figure.was', {
        value: `${value}${of}`,
        from: format.day(figure.from),
        until: format.day(addDays(figure.until, -1)),
      })}
    </small>
  );
}

function definedOf(slice: FigureProps['figure']['slice']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(slice).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
