import type { FigureAnswer, FigureRefusal, Figures } from '#cockpit/figures/index.ts';
import { queryOfSingle } from '#cockpit/figures/index.ts';
import type { FigureAsked } from '#cockpit/value/lookup.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { say } from '#platform/i18n/index.ts';

export interface MeasuringDeps {
  /** Guarded: whoever reads money need not be one who may see numbers of a few persons. */
  readonly figures: Pick<Figures, 'answer'>;
}

/** What a figure is over the last days that were watched; a bound is null where nothing bounds it. */
export interface FigureFound {
  readonly name: string;
  readonly unit: FigureAnswer['figure']['unit'];
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly of: number;
  readonly from: string;
  readonly until: string;
  readonly sentence: string;
}

export type MeasureCode = FigureRefusal | 'value/no_history' | 'value/too_few_history';

/** A figure as evidence for a number. One that says nothing there is refused, with what to do. */
export async function measureFigure(
  { figures }: MeasuringDeps,
  scope: Scope,
  { figure, slice, days }: FigureAsked,
  language: Language,
): Promise<Result<FigureFound, MeasureCode>> {
  const answers = await figures.answer(scope, { ...queryOfSingle(slice), days }, language, [figure]);
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  if (answer === undefined) return no('http/not_found');
  const { value, window, sentence } = answer;
  const { name, unit } = answer.figure;
  if (value.state === 'too_few')
    return no('value/too_few_history', { name, sample: value.sample, minimum: value.minimum });
  if (value.state === 'unavailable')
    return no('value/no_history', { why: say(language, `figure/unavailable_${value.reason}`, { name }) });
  if (value.value === null) return no('value/no_history', { why: say(language, 'figure/not_reached', { name }) });
  const { n, of, interval } = value;
  return yes({ name, unit, value: value.value, ...interval, n, of, from: window.from, until: window.until, sentence });
}
