import type { FigureCard } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

type Unit = FigureCard['unit'];

/** How many of the figure's own unit make one of what people write: points of percent, hours. */
function stepOf(unit: Unit): number {
  if (unit === 'share') return 0.01;
  return unit === 'seconds' ? 3600 : 1;
}

/** The same for a figure known by its id. */
export function stepIn(figures: readonly FigureCard[]): (figure: string) => number {
  return (figure) => stepOf(figures.find(({ id }) => id === figure)?.unit ?? 'count');
}

/** Names of sizes of change as people say them. */
export function useSize() {
  const t = useWords();
  const format = useFormat();
  /** What is counted, after a number: `points`, `heures`. */
  const unitOf = (unit: Unit): string => {
    if (unit === 'share') return t('mandates.unit.points');
    if (unit === 'seconds') return t('mandates.unit.hours');
    return unit === 'persons' ? t('mandates.unit.persons') : t('mandates.unit.plain');
  };
  const sayOf = (unit: Unit, size: number): string => `${format.number(size / stepOf(unit))} ${unitOf(unit)}`.trim();
  return { unitOf, sayOf };
}
