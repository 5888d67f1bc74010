import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Definition } from '#web/ui/definition-drawer.tsx';
import type { Speech } from './say-figure.ts';
import { newestText, windowText } from './say-figure.ts';

/** The same request, whole, for whoever calls from elsewhere. */
export function addressOfRequest({ request }: FigureAnswer): string {
  return `${window.location.origin}${request}`;
}

/** Everything there is to know of a figure as it stands on the page. */
export function definitionOf(answer: FigureAnswer, speech: Speech): Definition {
  const { figure, window: days, freshness } = answer;
  const { t, format } = speech;
  const source = t('health.source.text', { at: format.instant(freshness.readAt) });
  return {
    name: figure.name,
    what: figure.definition,
    population: figure.population,
    excluded: figure.exclusions,
    fresh: t('health.fresh.text', { newest: newestText(answer, speech) }),
    api: addressOfRequest(answer),
    more: [
      [t('health.window'), t('health.window.text', { window: windowText(days, speech), zone: days.zone })],
      ...(figure.minimum > 0
        ? ([[t('health.minimum'), t('health.minimum.text', { n: figure.minimum })]] as const)
        : []),
      [t('health.source'), source],
    ],
  };
}
