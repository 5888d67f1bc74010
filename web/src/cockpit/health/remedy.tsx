import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureValue } from '#cockpit/figures/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';

interface Act {
  readonly word: WordKey;
  /** Where it is done. */
  readonly to?: '/$ws/imports' | '/$ws/places' | '/$ws/settings/staff' | '/$ws/members';
}

/** What to do where a figure has no value, by the reason it gives. */
const REMEDIES: Readonly<Partial<Record<string, Act>>> = {
  no_places: { word: 'health.remedy.no_places' },
  nothing_yet: { word: 'health.remedy.nothing_yet', to: '/$ws/imports' },
  nothing_selected: { word: 'health.remedy.nothing_selected' },
  not_watched: { word: 'health.remedy.not_watched' },
  no_replies: { word: 'health.remedy.no_replies', to: '/$ws/places' },
  no_hours: { word: 'health.remedy.no_hours', to: '/$ws/places' },
  no_reactions: { word: 'health.remedy.no_reactions', to: '/$ws/places' },
  no_staff: { word: 'health.remedy.no_staff', to: '/$ws/settings/staff' },
  no_affiliation: { word: 'health.remedy.no_affiliation', to: '/$ws/members' },
  private: { word: 'health.remedy.private' },
  window_too_short: { word: 'health.remedy.window_too_short' },
  nothing_to_measure: { word: 'health.remedy.nothing_to_measure' },
  too_few: { word: 'health.remedy.too_few' },
};

interface RemedyProps {
  readonly ws: string;
  readonly value: FigureValue;
}

/** What to do about a figure without a value; nothing where nobody can do anything. */
export function Remedy({ ws, value }: RemedyProps): ReactNode {
  const t = useWords();
  if (value.state === 'value') return undefined;
  const remedy = REMEDIES[value.state === 'too_few' ? 'too_few' : value.reason];
  if (remedy === undefined) return undefined;
  const { word, to } = remedy;
  if (to === undefined) return <p className="pt-1 text-sm">{t(word)}</p>;
  return (
    <p className="relative z-10 pt-1 text-sm">
      <Link to={to} params={{ ws }} className="link">
        {t(word)}
      </Link>
    </p>
  );
}
