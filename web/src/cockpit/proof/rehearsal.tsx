import type { ReactNode } from 'react';
import type { Rehearsal as Found } from '#cockpit/proof/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import type { ProofDraft } from './draft.ts';
import { HappeningText } from './happenings.tsx';
import { amountText, usualText } from './say-proof.ts';

interface RehearsalProps {
  readonly found: Found;
  readonly draft: Pick<ProofDraft, 'design' | 'weeks'>;
  readonly isOfMandate: boolean;
}

/** Whether the design can tell what it is asked, and which one could, before anything is written. */
export function Rehearsal({ found, draft, isOfMandate }: RehearsalProps): ReactNode {
  const t = useWords();
  const isDraw = draft.design === 'draw' && !isOfMandate;
  const canTell = isDraw ? drawTells(found) : found.canTell;
  return (
    <Lead hue={canTell ? 'cockpit' : 'bridge'}>
      <p className="font-semibold">{t(canTell ? 'proof.rehearsal.can' : 'proof.rehearsal.cannot')}</p>
      {isDraw && found.draw !== null && <DrawNeeds draw={found.draw} of="own" />}
      {!isDraw && <OfWeeks found={found} />}
    </Lead>
  );
}

function drawTells({ draw, matters }: Found): boolean {
  return (draw?.smallest ?? Infinity) <= matters;
}

/** Weeks before and after: what they usually are, what they would show, and which design could where they cannot. */
function OfWeeks({ found }: Pick<RehearsalProps, 'found'>): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { figure, base, weeksBefore, isThin, canTell } = found;
  return (
    <>
      <p>{t('proof.rehearsal.base', { base: usualText(figure, base, speech), weeks: weeksBefore })}</p>
      <Visible found={found} />
      {isThin && <p>{t('proof.rehearsal.thin')}</p>}
      {!canTell && <Others found={found} />}
      <Blocking found={found} />
    </>
  );
}

function Visible({ found }: Pick<RehearsalProps, 'found'>): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { visible, matters } = found;
  if (visible === null) return <p>{t('proof.rehearsal.untried')}</p>;
  const words = { visible: amountText(found, visible, speech), matters: amountText(found, matters, speech) };
  return <p>{t('proof.visible', words)}</p>;
}

/** What is known already to stand in the way; of a draw nothing does, both groups meet it alike. */
function Blocking({ found: { happenings } }: Pick<RehearsalProps, 'found'>): ReactNode {
  const t = useWords();
  const blocking = happenings.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return undefined;
  return (
    <div className="mt-2 grid gap-1">
      <p>{t('proof.rehearsal.blocking')}</p>
      {blocking.map((one) => (
        <HappeningText key={one.key} happening={one} />
      ))}
    </div>
  );
}

/** Designs that can tell where this one cannot. */
function Others({ found: { moreWeeks, draw, places } }: Pick<RehearsalProps, 'found'>): ReactNode {
  const t = useWords();
  return (
    <>
      <p className="mt-2">{t('proof.rehearsal.others')}</p>
      <ul className="list-disc pl-5">
        {moreWeeks !== null && <li>{t('proof.rehearsal.longer', { n: moreWeeks })}</li>}
        {draw !== null && (
          <li>
            <DrawNeeds draw={draw} of="other" />
          </li>
        )}
        {places >= 3 && <li>{t('proof.rehearsal.places', { n: places })}</li>}
      </ul>
    </>
  );
}

interface DrawNeedsProps {
  readonly draw: NonNullable<Found['draw']>;
  /** The design that is asked about, or another that is offered. */
  readonly of: 'own' | 'other';
}

function DrawNeeds({ draw, of }: DrawNeedsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { share, perWeek, perArm, weeks } = draw;
  return (
    <span>
      {t(of === 'own' ? 'proof.rehearsal.draw_own' : 'proof.rehearsal.draw', {
        share: format.percent(share),
        arm: format.number(perArm),
        week: format.number(perWeek, 1),
        n: weeks,
      })}
    </span>
  );
}
