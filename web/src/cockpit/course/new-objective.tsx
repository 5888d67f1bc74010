import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useToday } from '#web/app/today.ts';
import { useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { teamQuery } from './course-query.ts';
import { freshObjective } from './draft.ts';
import { ObjectiveDialog } from './objective-dialog.tsx';
import type { TemplateKind } from './templates.ts';

interface NewObjectiveProps {
  readonly ws: string;
  readonly from: TemplateKind | 'blank';
  readonly onClose: () => void;
}

/** Made, it opens: its key results come next. */
export function NewObjective({ ws, from, onClose }: NewObjectiveProps): ReactNode {
  const t = useWords();
  const today = useToday();
  const navigate = useNavigate();
  const team = useQuery(teamQuery(ws));
  const me = team.data?.items.find(({ isYou }) => isYou)?.id;
  if (team.isError) return <ErrorNote error={team.error} onRetry={() => void team.refetch()} />;
  if (me === undefined) return undefined;
  const start = freshObjective({ ...(from === 'blank' ? {} : { kind: from }), today, ownerId: me }, t);
  return (
    <ObjectiveDialog
      ws={ws}
      start={start}
      onClose={onClose}
      onMade={(objective) => void navigate({ to: '/$ws/course/$objective', params: { ws, objective } })}
    />
  );
}
