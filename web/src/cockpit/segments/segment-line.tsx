import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SegmentView } from '#cockpit/segments/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { say } from '#web/ui/toast.tsx';
import { SizeWords } from './size-words.tsx';
import { segmentsQuery, sizeQuery } from './segments-query.ts';

interface SegmentLineProps {
  readonly ws: string;
  readonly id: string;
  readonly name: string;
  /** Whom it means, in a sentence. */
  readonly says: string;
  readonly mark?: ReactNode;
  /** Absent for presets, which nobody changes. */
  readonly written?: SegmentView;
  readonly maySeeMembers: boolean;
}

/** One segment: whom it means, how many that is now, and where to go with it. */
export function SegmentLine({ ws, id, name, says, mark, written, maySeeMembers }: SegmentLineProps): ReactNode {
  const t = useWords();
  const size = useQuery(sizeQuery(ws, id));
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 border-t border-line px-3.5 py-2.5 first:border-t-0 wide:grid-cols-[minmax(0,1fr)_10rem_14.5rem]">
      <div className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <b>{name}</b>
          {mark}
        </span>
        <span className="text-soft">{says}</span>
      </div>
      <SizeWords size={size.data} hasFailed={size.isError} className="wide:text-right" />
      <span className="flex flex-wrap gap-1.5">
        {maySeeMembers && (
          <LinkButton to="/$ws/segments/$segment" params={{ ws, segment: id }}>
            {t('segments.members')}
          </LinkButton>
        )}
        {id !== 'staff' && (
          <LinkButton to="/$ws/health" params={{ ws }} search={{ segment: id }}>
            {t('segments.health')}
          </LinkButton>
        )}
        {written?.can.edit === true && <Changing ws={ws} segment={written} />}
      </span>
    </li>
  );
}

function Changing({ ws, segment }: { readonly ws: string; readonly segment: SegmentView }): ReactNode {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <LinkButton
        tone="quiet"
        to="/$ws/segments/$segment/edit"
        params={{ ws, segment: segment.id }}
        aria-label={t('segments.edit.one', { name: segment.name })}
        title={t('segments.edit.one', { name: segment.name })}
        className="px-1.5"
      >
        <Pencil aria-hidden size={14} />
      </LinkButton>
      <Button
        tone="quiet"
        aria-label={t('segments.remove.one', { name: segment.name })}
        title={t('segments.remove.one', { name: segment.name })}
        onClick={() => setAsking(true)}
        className="px-1.5"
      >
        <Trash2 aria-hidden size={14} />
      </Button>
      <RemoveDialog ws={ws} segment={segment} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

interface RemoveDialogProps {
  readonly ws: string;
  readonly segment: SegmentView;
  readonly open: boolean;
  readonly onClose: () => void;
}

function RemoveDialog({ ws, segment, open, onClose }: RemoveDialogProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const remove = async (): Promise<void> => {
    try {
      await api.delete(`/segments/${segment.id}`);
      say(t('segments.removed', { name: segment.name }));
      onClose();
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries(segmentsQuery(ws));
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('segments.remove.title', { name: segment.name })}
      lead={t('segments.remove.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('segments.cancel')}
          </Button>
          <Button tone="danger" onClick={() => void remove()}>
            {t('segments.remove')}
          </Button>
        </>
      }
    />
  );
}
