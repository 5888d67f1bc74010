import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Act, MandateView } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useStep } from './use-step.ts';

interface ActsProps {
  readonly ws: string;
  readonly mandate: MandateView;
}

/** In the order in which one of them is the thing to do now. */
const FORWARD: readonly Act[] = ['give', 'accept', 'start', 'finish', 'answer', 'judge'];
/** What is said in words, or not to be taken back, is asked in a dialogue. */
const AT_ONCE: readonly Act[] = ['accept', 'start'];

/** What the reader may do with the mandate now. */
export function Acts({ ws, mandate }: ActsProps): ReactNode {
  const t = useWords();
  const [asking, setAsking] = useState<Act>();
  const { busy, problem, step } = useStep(ws, mandate);
  const { can } = mandate;
  const [main, ...others] = FORWARD.filter((act) => can[act]);
  const rest: readonly Act[] = [...others, ...(can.discuss ? (['discuss'] as const) : [])];
  const start = (act: Act) => (): void => {
    if (AT_ONCE.includes(act)) step(act, {});
    else setAsking(act);
  };
  return (
    <>
      {can.withdraw && (
        <Button tone="quiet" onClick={start('withdraw')}>
          {t('mandates.act.withdraw')}
        </Button>
      )}
      {can.change && (
        <LinkButton to="/$ws/mandates/$mandate/edit" params={{ ws, mandate: mandate.id }}>
          {t('mandates.edit')}
        </LinkButton>
      )}
      {rest.map((act) => (
        <Button key={act} onClick={start(act)}>
          {t(`mandates.act.${act}`)}
        </Button>
      ))}
      {main !== undefined && (
        <Button tone="main" busy={busy} onClick={start(main)}>
          {t(`mandates.act.${main}`)}
        </Button>
      )}
      {problem !== undefined && asking === undefined && (
        <p role="alert" className="basis-full text-right text-late">
          {problem.detail}
        </p>
      )}
      {asking !== undefined && (
        <ActDialog key={asking} ws={ws} mandate={mandate} act={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
