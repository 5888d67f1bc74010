import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { StepList } from '#web/rocket/path/step-list.tsx';
import { pathQuery } from '#web/rocket/rocket-query.ts';

/** Where one is on the way to the whole rocket, and the next step. */
export function PathCard({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const { data } = useQuery(pathQuery(ws));
  if (data === undefined) return undefined;
  const done = data.steps.filter((step) => step.done).length;
  const next = data.steps.find((step) => !step.done);
  return (
    <>
      <Card title={t('path.title')} aside={t('path.done', { n: done, of: data.steps.length })} className="no-print">
        {next === undefined ? <p>{t('path.all_done')}</p> : <StepList ws={ws} of="step" steps={data.steps} onlyNext />}
        <LinkButton to="/$ws/rocket/path" params={{ ws }} className="mt-2">
          {t('path.see')}
        </LinkButton>
      </Card>
      <Card title={t('path.proof')} className="no-print">
        <StepList ws={ws} of="proof" steps={data.proof} />
      </Card>
    </>
  );
}
