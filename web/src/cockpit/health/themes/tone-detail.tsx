import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Tone as Detail } from '#cockpit/figures/themes/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import type { DetailProps } from '../details.ts';
import { useFirstRows } from './first-rows.tsx';
import { themesQuery } from './themes-query.ts';
import { judged, ToneBar, ToneLegend } from './tone-bar.tsx';
import { ToneErrorCard } from './tone-error.tsx';

/** Tones in all and by theme, and how far their reading can be trusted. */
export function ToneDetail({ detail, view }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { counts, unjudged, persons } = detail;
  const all = judged(counts);
  return (
    <>
      <Card
        title={t('health-themes.tones')}
        aside={t('health-themes.tones.of', { n: format.number(all, 0), persons, count: format.number(persons, 0) })}
      >
        <div className="grid gap-2 pt-1">
          <ToneBar counts={counts} />
          <ToneLegend counts={counts} />
          {unjudged > 0 && (
            <small>{t('health-themes.tones.unjudged', { n: unjudged, count: format.number(unjudged, 0) })}</small>
          )}
          <small>{t('health-themes.tones.never')}</small>
        </div>
      </Card>
      <ToneErrorCard languages={detail.languages} />
      <ByTheme ws={view.ws} themes={detail.themes} />
    </>
  );
}

function ByTheme({ ws, themes }: { readonly ws: string; readonly themes: Detail['themes'] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const named = useQuery(themesQuery(ws));
  const names = new Map((named.data?.items ?? []).map(({ id, name }) => [id, name[language]]));
  const rows = themes.filter(({ themeId }) => names.has(themeId));
  const { shown, more } = useFirstRows(rows);
  if (rows.length === 0) return undefined;
  const share = (n: number, of: number, { low, high }: { low: number; high: number }): ReactNode => (
    <>
      {format.percent(n / of)}
      <small className="block whitespace-nowrap">
        {t('health-themes.tones.between', { low: format.percent(low), high: format.percent(high) })}
      </small>
    </>
  );
  return (
    <Card title={t('health-themes.tones.by_theme')}>
      <Table
        caption={t('health-themes.tones.by_theme')}
        rows={shown}
        rowKey={({ themeId }) => themeId}
        columns={[
          { id: 'theme', header: t('health-themes.theme'), cell: ({ themeId }) => names.get(themeId) ?? '' },
          {
            id: 'negative',
            header: t('health-themes.tone.negative'),
            figures: true,
            cell: ({ counts, negative }) => share(counts.negative, judged(counts), negative),
          },
          {
            id: 'positive',
            header: t('health-themes.tone.positive'),
            figures: true,
            cell: ({ counts, positive }) => share(counts.positive, judged(counts), positive),
          },
          {
            id: 'bar',
            header: t('health-themes.tones'),
            wideOnly: true,
            cell: ({ counts }) => (
              <span className="block w-44 pt-1.5">
                <ToneBar counts={counts} />
              </span>
            ),
          },
          {
            id: 'persons',
            header: t('health-themes.persons'),
            figures: true,
            cell: ({ persons }) => format.number(persons, 0),
          },
        ]}
      />
      {more}
    </Card>
  );
}
