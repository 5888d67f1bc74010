/** Whether the demonstration's campaign is found and its sham campaign is not, over many communities made up alike. */
import { generateFirstAnswers, localDay, type FirstAnswers } from '#app/demo/index.ts';
import type { WeekOfFigure } from '#cockpit/figures/index.ts';
import { plainVerdict, seriesOf, spanOf } from '#cockpit/proof/index.ts';
import { addDays, mondayOf } from '#kernel/day.ts';

export const SEEDS = 200;
/** As the demonstration writes its proofs. */
const UNTIL = '2026-03-17';
const WEEKS = 14;
const MATTERS = 0.1;

export const CAMPAIGNS = ['campaign', 'sham'] as const;
export type CampaignName = (typeof CAMPAIGNS)[number];

/** How many of the seeds got which verdict. */
export type Verdicts = ReadonlyMap<string, number>;

export function demoTrials(): ReadonlyMap<CampaignName, Verdicts> {
  const found = CAMPAIGNS.map((name) => [name, new Map<string, number>()] as const);
  for (let seed = 1; seed <= SEEDS; seed++) {
    const made = generateFirstAnswers({ seed, until: UNTIL });
    const byWeek = Map.groupBy(made.answers, ({ openedAt }) => mondayOf(localDay(openedAt)));
    for (const [name, verdicts] of found) {
      const verdict = verdictOf(made, byWeek, name === 'campaign' ? made.campaignOn : made.shamOn);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
  }
  return new Map(found);
}

type ByWeek = ReadonlyMap<string, FirstAnswers['answers']>;

function verdictOf(made: FirstAnswers, byWeek: ByWeek, startDay: string): string {
  const main = weeksOf(made, byWeek, spanOf({ startDay, weeks: WEEKS }));
  const series = seriesOf({ unit: 'share', startDay, main, guarded: undefined, controls: [], outages: [] });
  return plainVerdict(series, MATTERS).verdict;
}

/** The share of each whole week of the record, as the figure tells it. */
function weeksOf(
  { from, until }: FirstAnswers,
  byWeek: ByWeek,
  span: ReturnType<typeof spanOf>,
): readonly WeekOfFigure[] {
  const weeks: WeekOfFigure[] = [];
  for (let monday = span.from; monday < span.until; monday = addDays(monday, 7)) {
    const next = addDays(monday, 7);
    const [own, isWhole] = [byWeek.get(monday) ?? [], monday >= from && next <= addDays(until, 1)];
    weeks.push({ from: monday, until: next, partial: !isWhole, value: valueOf(own) });
  }
  return weeks;
}

function valueOf(answers: FirstAnswers['answers']): WeekOfFigure['value'] {
  const [n, of] = [answers.filter(({ isMember }) => isMember).length, answers.length];
  if (of === 0) return { state: 'unavailable', reason: 'not_watched' };
  return { state: 'value', value: n / of, interval: { low: 0, high: 1 }, n, of, sample: of };
}
