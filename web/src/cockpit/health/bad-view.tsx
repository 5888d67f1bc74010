import type { ReactNode } from 'react';
import { Problem } from '#web/app/api.ts';
import { useWords } from '#web/i18n/index.ts';
import type { Translate } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { isNarrowed, UNNARROWED } from './view.ts';
import type { HealthView } from './view.ts';

interface BadViewProps {
  readonly view: HealthView;
  /** Null where the address itself is wrong. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What to say of a view that cannot be shown, and the way out of it. */
interface Out {
  readonly says: string;
  readonly does: string;
  readonly act: () => void;
}

/** An address that names a period, a place or a segment that does not exist: what is wrong, and one button to mend it. */
export function BadView({ view, error, onRetry }: BadViewProps): ReactNode {
  const t = useWords();
  const out = outOf(view, error, t);
  if (out === undefined) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      why={out.says}
      action={
        <Button tone="main" onClick={out.act}>
          {out.does}
        </Button>
      }
    />
  );
}

const OF_PERIOD: ReadonlySet<string> = new Set(['figure/upside_down', 'figure/too_long']);

function outOf(view: HealthView, error: unknown, t: Translate): Out | undefined {
  const { change, asked } = view;
  const usual = { does: t('health.bad.usual'), act: () => change({ period: undefined }) };
  if (asked.isWrong) return { ...usual, says: t('health.bad.period') };
  if (!(error instanceof Problem)) return undefined;
  if (OF_PERIOD.has(error.code)) return { ...usual, says: error.detail };
  if (error.about('from') !== undefined || error.about('until') !== undefined)
    return { ...usual, says: t('health.bad.period') };
  if (error.code === 'figure/segment_gone')
    return { says: error.detail, does: t('health.bad.no_segment'), act: () => change({ segment: undefined }) };
  if (!isNarrowed(view) || (error.status !== 404 && error.status !== 400)) return undefined;
  return { says: t('health.bad.slice'), does: t('health.bad.unnarrow'), act: () => change(UNNARROWED) };
}

/** Filters that leave nothing over: said as such, never as zeros. */
export function NothingMatches({ view }: { readonly view: HealthView }): ReactNode {
  const t = useWords();
  return (
    <EmptyState
      why={t('health.bad.nothing')}
      example={t('health.bad.nothing.hint')}
      action={
        <Button tone="main" onClick={() => view.change(UNNARROWED)}>
          {t('health.bad.unnarrow')}
        </Button>
      }
    />
  );
}
