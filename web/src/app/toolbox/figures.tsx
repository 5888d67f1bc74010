import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card, Lead } from '#web/ui/card.tsx';
import { FigureTile } from '#web/ui/figure-tile.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { Section } from './section.tsx';

const ACTIVE = [1080, 1102, 1060, 1131, 1110, 1186, 1150, 1204, 1177, 1240, 1222, 1262, 1284];
const ANSWER = [6.4, 6.1, 6.8, 5.9, 6.2, 5.6, 5.9, 5.5, 5.7, 5.3, 5.6, 5.4, 5.3];
const BY_MEMBERS = [0.31, 0.33, 0.32, undefined, 0.36, 0.38, 0.41, 0.4, 0.44, 0.47, 0.49, 0.52];
const BY_TEAM = [0.55, 0.53, 0.54, undefined, 0.49, 0.47, 0.44, 0.46, 0.41, 0.39, 0.38, 0.36];
const LOW = BY_MEMBERS.map((value) => (value === undefined ? undefined : value - 0.04));
const HIGH = BY_MEMBERS.map((value) => (value === undefined ? undefined : value + 0.04));
const MONTHS = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`);

/** Figures with their sentence, and a chart with its table. */
export function Figures(): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <Section title={t('toolbox.figures')}>
      <Lead>
        <b className="text-cockpit">{t('toolbox.figures.lead')}</b> {t('toolbox.figures.lead.more')}
      </Lead>
      <Tiles />
      <Card title={t('toolbox.figures.chart')} level="h3">
        <LineChart
          label={t('toolbox.figures.chart')}
          places={MONTHS.map((month) => format.day(month, 'month'))}
          show={(value) => format.percent(value)}
          target={0.6}
          lines={[
            {
              name: t('toolbox.figures.chart.members'),
              hue: 'cockpit',
              values: BY_MEMBERS,
              band: { low: LOW, high: HIGH },
            },
            { name: t('toolbox.figures.chart.team'), hue: 'ink', values: BY_TEAM },
          ]}
        />
      </Card>
    </Section>
  );
}

function Tiles(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const change = `+${format.percent(0.06)}`;
  return (
    <div className="grid gap-3 wide:grid-cols-2 large:grid-cols-4">
      <FigureTile
        name={t('toolbox.figures.active')}
        aside={format.duration(28 * 86_400)}
        value={{ kind: 'value', text: format.number(1284), change: { text: change, tone: 'good' } }}
        trend={ACTIVE}
        sentence={t('toolbox.figures.active.say')}
        definition={{
          name: t('toolbox.figures.active'),
          what: t('toolbox.figures.what'),
          population: t('toolbox.figures.population'),
          excluded: t('toolbox.figures.excluded'),
          fresh: t('toolbox.figures.fresh'),
          api: '/api/v1/figures/active-members?period=28d',
        }}
      />
      <FigureTile
        name={t('toolbox.figures.answer')}
        aside={t('toolbox.figures.median')}
        value={{ kind: 'value', text: format.duration(19_200), note: `p90 ${format.duration(267_840)}` }}
        trend={ANSWER}
        target={5}
        sentence={t('toolbox.figures.answer.say')}
      />
      <FigureTile
        name={t('toolbox.figures.welcome')}
        aside={format.duration(86_400)}
        value={{ kind: 'few', n: 7 }}
        sentence={t('toolbox.figures.welcome.say')}
      />
      <FigureTile
        name={t('toolbox.figures.role')}
        value={{ kind: 'unavailable' }}
        sentence={t('toolbox.figures.role.say')}
      />
    </div>
  );
}
