import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ThemeFigure, Themes as Detail } from '#cockpit/figures/themes/wire.ts';
import type { ThemeView } from '#community/understanding/themes/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Sparkline } from '#web/ui/sparkline.tsx';
import { Table } from '#web/ui/table.tsx';
import type { Column } from '#web/ui/table.tsx';
import type { DetailProps } from '../details.ts';
import { useFirstRows } from './first-rows.tsx';
import { GrowthText } from './growth.tsx';
import { ReadingLine } from './reading-line.tsx';
import { SetAside } from './set-aside.tsx';
import { ThemeDrawer } from './theme-drawer.tsx';
import { themesQuery } from './themes-query.ts';

const NONE: readonly ThemeView[] = [];

interface Row extends ThemeFigure {
  readonly name: string;
}

/** What people speak of, most mentioned first; one of them opens with what was said. */
export function ThemesDetail({ detail, view }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { ws, values, change, answer } = view;
  const named = useQuery(themesQuery(ws));
  const all = named.data?.items ?? NONE;
  const rows = useRows(detail, all);
  const chosen = all.find(({ id }) => id === values['about']);
  return (
    <>
      <Card
        title={t('health-themes.spoken')}
        aside={t('health-themes.of', { n: format.number(detail.contributions, 0) })}
      >
        {rows.length === 0 && <p className="py-2 text-soft">{t('health-themes.none')}</p>}
        {rows.length > 0 && (
          <ThemeTable detail={detail} rows={rows} chosen={chosen?.id} onChoose={(about) => change({ about })} />
        )}
        <ReadingLine ws={ws} factsReadAt={answer.freshness.readAt} />
      </Card>
      {chosen !== undefined && (
        <ThemeDrawer
          key={chosen.id}
          ws={ws}
          theme={chosen}
          all={all}
          figures={detail.themes.find(({ themeId }) => themeId === chosen.id)}
          window={answer.window}
          onClose={() => change({ about: undefined })}
          onChoose={(about) => change({ about })}
        />
      )}
      <SetAside ws={ws} themes={all} canCorrect={named.data?.can.correct === true} />
    </>
  );
}

/** Figures with their names, in the reader's language; a theme without a name yet is left out until it has one. */
function useRows(detail: Detail, named: readonly ThemeView[]): readonly Row[] {
  const language = useLanguage();
  const names = new Map(named.map(({ id, name }) => [id, name[language]]));
  return detail.themes.flatMap((figures) => {
    const name = names.get(figures.themeId);
    return name === undefined ? [] : [{ ...figures, name }];
  });
}

interface TableProps {
  readonly detail: Detail;
  readonly rows: readonly Row[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function ThemeTable({ detail, rows, chosen, onChoose }: TableProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const partly = detail.points.map(({ partial }) => partial);
  const { shown, more } = useFirstRows(rows);
  const growth: Column<Row> = {
    id: 'growth',
    header: t('health-themes.growth'),
    cell: (row) => <GrowthText growth={row.growth} before={row.before.mentions} />,
  };
  const isWatched = rows.some((row) => row.growth.state === 'told' || row.growth.because !== 'partial');
  return (
    <>
      {!isWatched && <p className="pb-2 text-soft">{t('health-themes.no_growth')}</p>}
      <Table
        caption={t('health-themes.spoken')}
        rows={shown}
        rowKey={({ themeId }) => themeId}
        columns={[
          {
            id: 'name',
            header: t('health-themes.theme'),
            cell: ({ themeId, name }) => (
              <button
                type="button"
                aria-expanded={themeId === chosen}
                onClick={() => onChoose(themeId)}
                className="link min-h-6 max-w-[22rem] text-left font-medium"
              >
                {name}
              </button>
            ),
          },
          {
            id: 'mentions',
            header: t('health-themes.mentions'),
            figures: true,
            cell: ({ mentions }) => format.number(mentions, 0),
          },
          {
            id: 'persons',
            header: t('health-themes.persons'),
            figures: true,
            cell: ({ persons }) => format.number(persons, 0),
          },
          ...(isWatched ? [growth] : []),
          {
            id: 'course',
            header: t(`health-themes.course.${detail.bucket}`),
            wideOnly: true,
            cell: ({ course }) => (
              <span className="block w-36">
                <Sparkline values={course} partly={partly} hue="cockpit" />
              </span>
            ),
          },
        ]}
      />
      {more}
    </>
  );
}
