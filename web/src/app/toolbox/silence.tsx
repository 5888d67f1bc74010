import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { Problem } from '../problem.ts';
import { Section } from './section.tsx';

/** Nothing to show, work under way, refusals. */
export function Silence(): ReactNode {
  const t = useWords();
  const again = (): void => say(t('ui.loading'));
  const refused = new Problem({
    status: 422,
    code: 'import/unknown_format',
    title: t('toolbox.silence.refused'),
    detail: t('toolbox.silence.refused.detail'),
    errors: [],
  });
  const offline = new Problem({ status: 0, code: 'network/unreachable', title: '', detail: '', errors: [] });
  return (
    <Section title={t('toolbox.silence')}>
      <div className="grid items-start gap-3 wide:grid-cols-2">
        <EmptyState
          why={t('toolbox.silence.why')}
          example={t('toolbox.silence.example')}
          action={
            <Button tone="main" onClick={again}>
              {t('toolbox.silence.act')}
            </Button>
          }
        />
        <Card>
          <div className="grid gap-4">
            <Progress
              label={t('toolbox.silence.import')}
              done={31_240}
              total={48_210}
              unit={t('toolbox.silence.unit')}
              left={95}
            />
            <Progress label={t('toolbox.silence.start')} done={128} unit={t('toolbox.silence.unit')} />
            <Skeleton />
          </div>
        </Card>
        <ErrorNote error={refused} />
        <ErrorNote error={offline} onRetry={again} />
      </div>
    </Section>
  );
}
