import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ObjectivePage } from '#cockpit/course/wire.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { figuresFor } from './templates.ts';

interface SuggestedProps {
  readonly ws: string;
  readonly objective: ObjectivePage;
  readonly onChoose: (figure: string) => void;
}

/** Nothing measures it yet: the figures that tell most of its kind, one press away. */
export function Suggested({ ws, objective, onChoose }: SuggestedProps): ReactNode {
  const t = useWords();
  const registry = useQuery(registryQuery(ws, useLanguage()));
  const figures = figuresFor(objective.kind).flatMap((id) => registry.data?.items.find((one) => one.id === id) ?? []);
  const isOffered = objective.can.measure && figures.length > 0;
  return (
    <EmptyState
      why={t('course.no_key_result')}
      {...(isOffered ? { example: t('course.key_result.suggested') } : {})}
      action={
        isOffered && (
          <>
            {figures.map(({ id, name }) => (
              <Button key={id} onClick={() => onChoose(id)}>
                {name}
              </Button>
            ))}
          </>
        )
      }
    />
  );
}
