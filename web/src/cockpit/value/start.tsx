import type { ReactNode } from 'react';
import type { SheetView, StreamView } from '#cockpit/value/telling/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { sayEvent } from './say-value.ts';

/** Nobody began: what a value model is, and the one thing to do. */
export function Begin({ onBegin }: { readonly onBegin: (() => void) | undefined }): ReactNode {
  const t = useWords();
  return (
    <EmptyState
      why={t('value.none')}
      example={t('value.none.example')}
      action={
        onBegin === undefined ? (
          <p className="text-soft">{t('value.none.read')}</p>
        ) : (
          <Button tone="main" onClick={onBegin}>
            {t('value.begin')}
          </Button>
        )
      }
    />
  );
}

interface TemplatesProps {
  readonly streams: readonly StreamView[];
  readonly sheet: SheetView;
  readonly side: 'in' | 'out';
  readonly onChoose: (stream: StreamView) => void;
}

/** Each stream with what it counts and what one has to know; no number comes with it. */
export function Templates({ streams, sheet, side, onChoose }: TemplatesProps): ReactNode {
  const t = useWords();
  return (
    <ul className="grid gap-2 wide:grid-cols-2">
      {streams
        .filter((stream) => stream.side === side)
        .map((stream) => {
          const used = sheet.lines.filter((line) => line.stream === stream.id);
          return (
            <li key={stream.id} className="grid">
              <button
                type="button"
                onClick={() => onChoose(stream)}
                className="grid content-start justify-items-start gap-1 rounded-lg border border-line bg-card px-3.5 py-3 text-left hover:border-edge hover:bg-hover"
              >
                <Chip hue={side === 'in' ? 'field' : 'bridge'}>{t(`value.stream.${stream.id}`)}</Chip>
                <span>{t(`value.about.${stream.id}`)}</span>
                {stream.events.length > 0 && (
                  <small className="text-soft">
                    {t('value.counts', {
                      event: stream.events
                        .map((kind) => sayEvent({ event: { kind, which: null } }, t) ?? '')
                        .join(t('value.or')),
                    })}
                  </small>
                )}
                {used.length > 0 && <small className="text-soft">{t('value.used', { n: used.length })}</small>}
              </button>
            </li>
          );
        })}
    </ul>
  );
}
