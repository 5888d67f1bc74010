import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Evidence } from '#bridge/signals/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { When } from '#web/ui/when.tsx';
import { Dots } from '#web/ui/dots.tsx';

interface EvidenceQuoteProps {
  readonly ws: string;
  readonly evidence: Evidence;
  /** A button that takes it away. */
  readonly action?: ReactNode;
}

const GONE = {
  withdrawn: 'signals.gone.withdrawn',
  erased: 'signals.gone.erased',
  place_removed: 'signals.gone.place_removed',
} as const;

/** What was said, by whom, where and when, as it was then. Whoever may not see names sees a number that stands for one. */
export function EvidenceQuote({ ws, evidence, action }: EvidenceQuoteProps): ReactNode {
  const t = useWords();
  const { text, gone, language } = evidence;
  return (
    <figure className="grid gap-0.5 break-inside-avoid border-l-2 border-edge pl-3">
      {gone === null ? (
        <blockquote lang={language === 'und' ? undefined : language} className="max-w-[80ch] whitespace-pre-line">
          {text}
        </blockquote>
      ) : (
        <p className="text-soft italic">{t(GONE[gone])}</p>
      )}
      <figcaption className="flex flex-wrap items-center gap-x-1.5 text-sm text-soft">
        <Author ws={ws} evidence={evidence} />
        <Dots>
          <When when={evidence.when} />
          {evidence.place}
          {evidence.channel}
        </Dots>
        {evidence.messageId !== null && (
          <Link
            to="/$ws/messages/$message"
            params={{ ws, message: evidence.messageId }}
            className="no-print underline hover:text-ink"
          >
            {t('signals.evidence.open')}
          </Link>
        )}
        {evidence.link !== null && (
          <a href={evidence.link} target="_blank" rel="noopener noreferrer" className="underline hover:text-ink">
            {t('signals.evidence.original')}
          </a>
        )}
        {action}
      </figcaption>
    </figure>
  );
}

function Author({ ws, evidence }: Pick<EvidenceQuoteProps, 'ws' | 'evidence'>): ReactNode {
  const t = useWords();
  const { author, memberId, alias, kind } = evidence;
  const name = author ?? t('signals.evidence.alias', { n: alias });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      {memberId === null ? (
        <span>{name}</span>
      ) : (
        <Link to="/$ws/members/$member" params={{ ws, member: memberId }} className="font-medium hover:underline">
          {name}
        </Link>
      )}
      {kind === 'staff' && <Chip hue="field">{t('reading.staff')}</Chip>}
      {kind === 'bot' && <Chip>{t('reading.bot')}</Chip>}
    </span>
  );
}
