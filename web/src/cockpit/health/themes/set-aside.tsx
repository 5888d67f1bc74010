import type { ReactNode } from 'react';
import type { ThemePatch, ThemeView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { useCorrect } from './use-correct.ts';

interface SetAsideProps {
  readonly ws: string;
  readonly themes: readonly ThemeView[];
  readonly canCorrect: boolean;
}

/** Themes people set aside or merged, and the way back. */
export function SetAside({ ws, themes, canCorrect }: SetAsideProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const correct = useCorrect(ws);
  const gone = themes.filter(({ retired, mergedInto }) => retired || mergedInto !== null);
  if (gone.length === 0) return undefined;
  const nameOf = new Map(themes.map(({ id, name }) => [id, name[language]]));
  const bringBack =
    ({ id, version, retired }: ThemeView) =>
    (): void => {
      correct(() =>
        retired
          ? api.patch(`/themes/${id}`, { version, retired: false } satisfies ThemePatch)
          : api.post(`/themes/${id}/unmerge`, { version }),
      );
    };
  return (
    <Card title={t('health-themes.gone')}>
      <ul className="grid gap-1">
        {gone.map((theme) => (
          <li key={theme.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              {theme.name[language]}{' '}
              <span className="text-soft">
                {theme.mergedInto === null
                  ? t('health-themes.gone.retired')
                  : t('health-themes.gone.merged', { name: nameOf.get(theme.mergedInto) ?? '' })}
              </span>
            </span>
            {canCorrect && (
              <Button tone="quiet" className="no-print h-6" onClick={bringBack(theme)}>
                {t(theme.mergedInto === null ? 'health-themes.gone.take_up' : 'health-themes.gone.unmerge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
