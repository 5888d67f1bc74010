import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Happening, ProofView } from '#cockpit/proof/wire.ts';
import { api } from '#web/app/api.ts';
import { WhyDialog } from '#web/cockpit/course/why-dialog.tsx';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { say } from '#web/ui/toast.tsx';
import { useProofsChanged } from './proof-query.ts';

interface HappeningsProps {
  readonly ws: string;
  readonly proof: ProofView;
}

/** What else happened, numbered as in the picture. Only the pilot says, in writing, that it is no reason to doubt. */
export function Happenings({ ws, proof }: HappeningsProps): ReactNode {
  const t = useWords();
  const [clearing, setClearing] = useState<Happening>();
  const changed = useProofsChanged(ws);
  const { happenings, can } = proof;
  return (
    <Card title={t('proof.happenings')}>
      {happenings.length === 0 && <p className="text-soft">{t('proof.happenings.none')}</p>}
      <ol className="grid gap-2">
        {happenings.map((one, n) => (
          <li key={one.key} className="grid gap-0.5">
            <HappeningText happening={one} number={n + 2} />
            {one.blocks && one.cleared === null && can.clear && (
              <span className="no-print">
                <Button tone="quiet" onClick={() => setClearing(one)}>
                  {t('proof.clear')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {clearing !== undefined && (
        <WhyDialog
          title={t('proof.clear')}
          lead={t('proof.clear.lead')}
          label={t('proof.clear.why')}
          act={t('proof.clear')}
          isDanger={false}
          onClose={() => setClearing(undefined)}
          run={async (why) => {
            await api.post(`/proofs/${proof.id}/clear`, { event: clearing.key, why });
            say(t('proof.cleared'));
            await changed();
          }}
        />
      )}
    </Card>
  );
}

interface TextProps {
  readonly happening: Happening;
  readonly number?: number;
}

/** One event: its day, what it was, and whether it stands in the way. */
export function HappeningText({ happening, number }: TextProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { kind, day, text, blocks, cleared } = happening;
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        {number !== undefined && <b className="tabular-nums">{number}</b>}
        <span className="text-soft tabular-nums">{format.day(day)}</span>
        <span>{t(`proof.event.${kind}`, { text })}</span>
        {blocks && cleared === null && <Chip hue="wait">{t('proof.blocks')}</Chip>}
      </span>
      {cleared !== null && (
        <small>
          {t('proof.cleared_by', { who: cleared.by, why: cleared.why, day: format.dayOf(cleared.at, 'short') })}
        </small>
      )}
    </>
  );
}
