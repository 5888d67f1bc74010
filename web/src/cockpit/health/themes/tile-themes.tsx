import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Growth, ThemeFigure } from '#cockpit/figures/themes/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import type { Asking } from '../figures-query.ts';
import { detailQuery } from '../figures-query.ts';
import { themesQuery } from './themes-query.ts';

const MOST = 2;

export interface TileThemesProps {
  readonly ws: string;
  readonly asking: Asking;
  /** The figures of the panel are there: names come after them, since they cost as much as all of these together. */
  readonly isTurn: boolean;
}

/** The themes of the tile by name, those that change first, then the most mentioned; each leads to what was said. */
export function TileThemes({ ws, asking, isTurn }: TileThemesProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const named = useQuery({ ...themesQuery(ws), enabled: isTurn });
  const found = useQuery({ ...detailQuery('themes', asking), enabled: isTurn });
  const names = new Map(named.data?.items.map(({ id, name }) => [id, name[language]]));
  const detail = found.data?.detail?.kind === 'themes' ? found.data.detail : undefined;
  const themes = firstOf(detail?.themes.filter(({ themeId }) => names.has(themeId)) ?? []);
  return (
    <ul className="mt-1 grid min-h-12.5 content-start border-t border-line pt-0.5 text-sm">
      {themes.map(({ themeId, mentions, growth }) => (
        <li key={themeId} className="flex items-baseline justify-between gap-x-2">
          <Link
            to="/$ws/health/$figure"
            params={{ ws, figure: 'themes' }}
            search={(view: object) => ({ ...view, about: themeId })}
            className="relative z-10 min-w-0 truncate leading-6 text-soft hover:underline"
          >
            {names.get(themeId)}
          </Link>
          <span className="shrink-0 tabular-nums">
            {changeOf(growth, t)}
            <b aria-hidden className="font-semibold">
              {format.number(mentions)}
            </b>
            <span className="sr-only">
              {t('health-themes.tile.mentions', { n: mentions, count: format.number(mentions) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A change that chance does not explain comes before any number of mentions. */
function firstOf(themes: readonly ThemeFigure[]): readonly ThemeFigure[] {
  const changing = themes.filter(({ growth }) => hasChanged(growth));
  return [...new Set([...changing, ...themes])].slice(0, MOST);
}

function hasChanged(growth: Growth): boolean {
  return growth.state === 'told' && growth.change !== 'none';
}

function changeOf(growth: Growth, t: Translate): ReactNode {
  if (growth.state !== 'told' || growth.change === 'none') return undefined;
  return <span className="pr-1.5 font-medium text-soft">{t(`health-themes.tile.${growth.change}`)}</span>;
}
