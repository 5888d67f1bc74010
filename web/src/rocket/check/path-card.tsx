import type { ReactNode } from 'react';
import type { PathView } from '#rocket/steps/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { StepList } from '#web/rocket/path/step-list.tsx';

/** Where one is on the way to the whole rocket, and the next step. */
export function PathCard({ ws, path }: { readonly ws: string; readonly path: PathView }): ReactNode {
  const t = useWords();
  const done = path.steps.filter((step) => step.done).length;
  const next = path.steps.find((step) => !step.done);
  return (
    <>
      <Card title={t('path.title')} aside={t('path.done', { n: done, of: path.steps.length })} className="no-print">
        {next === undefined ? <p>{t('path.all_done')}</p> : <StepList ws={ws} of="step" steps={path.steps} onlyNext />}
        <LinkButton to="/$ws/rocket/path" params={{ ws }} className="mt-2">
          {t('path.see')}
        </LinkButton>
      </Card>
      <Card title={t('path.proof')} className="no-print">
        <StepList ws={ws} of="proof" steps={path.proof} />
      </Card>
    </>
  );
}
