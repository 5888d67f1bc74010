import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MemberView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { say } from '#web/ui/toast.tsx';

interface IdentitiesProps {
  readonly ws: string;
  readonly member: MemberView;
}

/** The accounts of a member, place by place, and the merges that brought them together. */
export function Identities({ ws, member }: IdentitiesProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <Card title={t('members.identities')}>
      <ul>
        {member.identities.map((identity) => (
          <li key={identity.id} className="grid gap-0.5 border-t border-line py-1.5 first:border-t-0">
            <span className="flex justify-between gap-2">
              <b>{identity.displayName ?? identity.handle}</b>
              <small>{t('members.messages', { n: identity.messages, count: format.number(identity.messages) })}</small>
            </span>
            <small>
              {identity.place.name} · {identity.handle}
              {identity.email !== null && ` · ${identity.email}`}
              {identity.joined !== null && ` · ${t('members.joined', { day: format.day(identity.joined) })}`}
            </small>
            {identity.keyedBy === 'name' && <small className="text-wait">{t('members.by_name.about')}</small>}
          </li>
        ))}
      </ul>
      {member.merges.map((merge) => (
        <Merge key={merge.id} ws={ws} merge={merge} mayUndo={member.can.merge} />
      ))}
    </Card>
  );
}

interface MergeProps {
  readonly ws: string;
  readonly merge: MemberView['merges'][number];
  readonly mayUndo: boolean;
}

function Merge({ ws, merge, mayUndo }: MergeProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const undo = async (): Promise<void> => {
    try {
      await api.post(`/merges/${merge.id}/undo`);
      say(t('members.unmerged'));
      await queries.invalidateQueries({ queryKey: [ws] });
    } catch (error) {
      sayProblem(error, t);
    }
  };
  return (
    <p className="mt-1 flex items-center gap-2 border-t border-line pt-2">
      <small className="flex-1">{t('members.merge_line', { n: merge.identities, day: format.dayOf(merge.at) })}</small>
      {mayUndo && <Button onClick={() => void undo()}>{t('members.unmerge')}</Button>}
    </p>
  );
}
