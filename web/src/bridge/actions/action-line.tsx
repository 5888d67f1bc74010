import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActionRow } from '#bridge/actions/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';

interface ActionLineProps {
  readonly ws: string;
  readonly action: ActionRow;
  /** Left out where all acts shown are of one mandate. */
  readonly showsMandate?: boolean;
  readonly onChange?: () => void;
}

/** One act: what it was, by whom, when, for what, how long. */
export function ActionLine({ ws, action, showsMandate = false, onChange }: ActionLineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { kind, day, who, minutes, note, message } = action;
  const about = note ?? message?.title ?? '';
  const lasted = minutes === null ? t('actions.minutes.none') : format.duration(minutes * 60);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line px-3.5 py-2 first:border-t-0">
      <span className="min-w-0 flex-1 basis-64">
        <span className="font-medium">{t(`actions.kind.${kind}`)}</span>
        <span className="break-words"> {about}</span>
        <small className="block">
          <Dots>
            {format.day(day)}
            {who ?? t('actions.nobody')}
            {lasted}
          </Dots>
        </small>
      </span>
      {showsMandate && <Served ws={ws} action={action} />}
      {message !== null && (
        <Link to="/$ws/messages/$message" params={{ ws, message: message.id }} className="link no-print text-sm">
          {t('actions.read')}
        </Link>
      )}
      {onChange !== undefined && (
        <Button tone="quiet" className="no-print h-6 px-1.5 text-sm" onClick={onChange}>
          {t('actions.change')}
        </Button>
      )}
    </li>
  );
}

/** What it served, with a way there where it is a mandate. */
function Served({ ws, action: { mandate, tie } }: Pick<ActionLineProps, 'ws' | 'action'>): ReactNode {
  const t = useWords();
  if (mandate === null) return <Chip hue={tie === 'house' ? 'field' : 'plain'}>{t(`actions.tie.${tie}`)}</Chip>;
  return (
    <Link
      to="/$ws/mandates/$mandate"
      params={{ ws, mandate: mandate.id }}
      className="link w-72 max-w-full truncate text-bridge"
    >
      {mandate.intention}
    </Link>
  );
}
