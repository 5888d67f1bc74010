import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import type { Partly, Series } from './chart-path.ts';
import { cx } from './cx.ts';
import { DefinitionDrawer } from './definition-drawer.tsx';
import type { Definition } from './definition-drawer.tsx';
import { Sparkline } from './sparkline.tsx';

/** A figure, or the reason why there is none. Zero is a figure; the unknown is not zero. */
export type FigureValue =
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly note?: string;
      readonly change?: { readonly text: string; readonly tone: 'good' | 'bad' | 'plain' };
    }
  /** Below the figure's minimum: `text` as `7 sur 12`, greyed; nothing is concluded from it. */
  | { readonly kind: 'few'; readonly n: number; readonly text?: string }
  | { readonly kind: 'unavailable' };

interface FigureTileProps {
  /** The matter the figure stands for, above its name: `Activité`. */
  readonly kicker?: string;
  readonly name: string;
  /** The name as a link to the figure's own page; the whole tile then leads there. */
  readonly link?: ReactNode;
  /** Unit or window, at the right of the name: `28 j`, `médiane`. */
  readonly aside?: string;
  readonly value: FigureValue;
  /** What the value is made of, or what must be read beside it. */
  readonly detail?: string;
  /** A second figure, in one line below the trend. */
  readonly beside?: ReactNode;
  /** What to do where there is no value. */
  readonly remedy?: ReactNode;
  readonly trend?: Series;
  /** The first and last place along the trend, in words; a trend that has them is drawn taller. */
  readonly ends?: readonly [string, string];
  /** Instead of a trend, where no point of it has a value. */
  readonly noTrend?: string;
  /** Which points of the trend are of a part of their stretch only. */
  readonly partly?: Partly;
  readonly target?: number;
  /** What to think of it, in one sentence: `en hausse, au-delà du hasard`. */
  readonly sentence: ReactNode;
  readonly definition?: Definition;
}

const CHANGES = { good: 'text-field', bad: 'text-late', plain: 'text-soft' };

/** Where the name is a link, its ground is the whole tile. */
const LINKED =
  'relative transition-colors hover:border-edge [&_h2_a]:after:absolute [&_h2_a]:after:inset-0 [&_h2_a]:after:rounded-lg';

/** One figure of the panel: its name opens its page or its definition, the sentence says whether it changed. */
export function FigureTile({
  kicker,
  name,
  link,
  aside,
  value,
  detail,
  beside,
  remedy,
  sentence,
  definition,
  ...trend
}: FigureTileProps): ReactNode {
  // Tiles that stand for matters stand in rows: their lines are kept level with one another.
  const isInRow = kicker !== undefined;
  return (
    <section
      className={cx(
        'flex min-w-0 flex-col rounded-lg border border-line bg-card px-3.5 py-3 break-inside-avoid',
        link !== undefined && LINKED,
      )}
    >
      <Heading {...{ kicker, name, link, aside, definition }} />
      <Value value={value} isStacked={isInRow} />
      {(detail !== undefined || (isInRow && value.kind === 'value')) && <small>{detail ?? '\u00a0'}</small>}
      {value.kind === 'value' ? (
        <>
          <Trend {...trend} isInRow={isInRow} />
          {beside}
          <p className="mt-auto pt-1 text-sm text-soft">{sentence}</p>
        </>
      ) : (
        <>
          <p className={cx('pt-1 text-sm text-soft', !isInRow && 'mt-auto')}>{sentence}</p>
          {remedy}
          {beside !== undefined && <div className="mt-auto pt-2">{beside}</div>}
        </>
      )}
    </section>
  );
}

type HeadingProps = { [Key in 'kicker' | 'name' | 'link' | 'aside' | 'definition']: FigureTileProps[Key] | undefined };

/** The matter above, the name, the unit; a tile that stands for a matter has its unit beside that. */
function Heading({ kicker, name = '', link, aside, definition }: HeadingProps): ReactNode {
  const title = link ?? (definition === undefined ? name : <NameWithDefinition name={name} definition={definition} />);
  if (kicker === undefined) {
    return (
      <header className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0">{title}</h2>
        {aside !== undefined && <small className="shrink-0">{aside}</small>}
      </header>
    );
  }
  return (
    <header>
      <p className="flex justify-between gap-3 text-xs text-faint">
        <span className="font-semibold text-cockpit">{kicker}</span>
        {aside}
      </p>
      <h2 className="min-w-0">{title}</h2>
    </header>
  );
}

function NameWithDefinition({
  name,
  definition,
}: {
  readonly name: string;
  readonly definition: Definition;
}): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        title={t('ui.figure.open', { name })}
        onClick={() => setOpen(true)}
        className="link rounded-sm text-left decoration-dotted pointer-coarse:py-1.5"
      >
        {name}
      </button>
      <DefinitionDrawer definition={definition} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

type TrendProps = Pick<FigureTileProps, 'trend' | 'partly' | 'target' | 'ends' | 'noTrend'> & {
  readonly isInRow: boolean;
};

function Trend({ trend, partly, target, ends, noTrend, isInRow }: TrendProps): ReactNode {
  if (trend === undefined) return undefined;
  if (noTrend !== undefined && trend.every((value) => value === undefined)) {
    return <p className="my-auto py-3 text-sm text-faint">{noTrend}</p>;
  }
  return (
    <div className="py-1.5">
      <Sparkline
        values={trend}
        tall={ends !== undefined || isInRow}
        {...(partly === undefined ? {} : { partly })}
        {...(target === undefined ? {} : { target })}
      />
      {ends !== undefined && (
        <p aria-hidden className="flex justify-between pt-0.5 text-xs text-faint">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
    </div>
  );
}

function Value({ value, isStacked }: { readonly value: FigureValue; readonly isStacked: boolean }): ReactNode {
  const t = useWords();
  if (value.kind !== 'value') {
    const { text } = { text: undefined, ...value };
    return (
      <p className="flex flex-wrap items-baseline gap-x-1.5 pt-1 font-semibold text-soft">
        {text !== undefined && <span className="text-lg tabular-nums">{text}</span>}
        <span className={text === undefined ? 'text-md' : 'font-normal'}>
          {value.kind === 'few' ? t('ui.figure.few', { n: value.n }) : t('ui.figure.unavailable')}
        </span>
      </p>
    );
  }
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5">
      <span className="text-2xl font-[650] tracking-[-0.02em] tabular-nums [word-spacing:0.08em]">{value.text}</span>
      {value.change !== undefined && (
        <span className={cx('font-medium', CHANGES[value.change.tone])}>{value.change.text}</span>
      )}
      {value.note !== undefined && <small className={isStacked ? 'w-full truncate' : undefined}>{value.note}</small>}
    </p>
  );
}
