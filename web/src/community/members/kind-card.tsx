import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MemberPatch, MemberView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { say } from '#web/ui/toast.tsx';

interface KindCardProps {
  readonly ws: string;
  readonly member: MemberView;
}

/** What a member is for the figures, and who decided so. A choice by hand stays through new imports. */
export function KindCard({ ws, member }: KindCardProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const change = async (kind: MemberPatch['kind']): Promise<void> => {
    try {
      await api.patch(`/members/${member.id}`, { version: member.version, kind } satisfies MemberPatch);
      say(t('members.kind.saved'));
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws] });
  };
  return (
    <Card title={t('members.kind.title')}>
      <p className="mb-2 text-soft">
        {t(member.kindFrom === null ? 'members.kind.from.none' : `members.kind.from.${member.kindFrom}`)}
      </p>
      {member.can.edit && (
        <div className="flex flex-wrap items-center gap-2">
          <Segmented
            label={t('members.kind.title')}
            value={member.kind}
            onChange={(kind) => void change(kind)}
            choices={[
              { value: 'person', label: t('members.kind.one.person') },
              { value: 'staff', label: t('members.kind.one.staff') },
              { value: 'bot', label: t('members.kind.one.bot') },
            ]}
          />
          {member.kindFrom === 'hand' && (
            <Button tone="quiet" onClick={() => void change(null)}>
              {t('members.kind.automatic')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
