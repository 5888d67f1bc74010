import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TEMPLATE_KINDS } from './templates.ts';
import type { TemplateKind } from './templates.ts';

interface TemplatesProps {
  /** Absent: whoever reads may not write one. */
  readonly onStart: ((kind: TemplateKind | 'blank') => void) | undefined;
}

/** No objective yet: what one is, by six to start from. */
export function Templates({ onStart }: TemplatesProps): ReactNode {
  const t = useWords();
  return (
    <div className="grid gap-3">
      <EmptyState
        why={t('course.none')}
        example={t('course.none.example')}
        action={
          onStart === undefined ? (
            <p className="text-soft">{t('course.none.read')}</p>
          ) : (
            <Button onClick={() => onStart('blank')}>{t('course.template.blank')}</Button>
          )
        }
      />
      {onStart !== undefined && (
        <ul className="no-print grid gap-2 wide:grid-cols-2 large:grid-cols-3">
          {TEMPLATE_KINDS.map((kind) => (
            <li key={kind} className="grid">
              <button
                type="button"
                onClick={() => onStart(kind)}
                className="grid content-start justify-items-start gap-1 rounded-lg border border-line bg-card px-3.5 py-3 text-left hover:border-edge hover:bg-hover"
              >
                <Chip hue="cockpit">{t(`course.kind.${kind}`)}</Chip>
                <b>{t(`course.template.${kind}.title`)}</b>
                <span className="text-sm text-soft">{t(`course.template.${kind}.reason`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
