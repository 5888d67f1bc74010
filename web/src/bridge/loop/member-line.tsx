import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LoopMember, LoopView, Tell } from '#bridge/loop/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { StateChip } from '#web/ui/chip.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { say } from '#web/ui/toast.tsx';

interface MemberLineProps {
  readonly ws: string;
  readonly insight: string;
  readonly member: LoopMember;
  readonly texts: LoopView['prepared'];
  readonly can: LoopView['can'];
}

/** One member: where he asked, the answer to copy, and whether he was told. */
export function MemberLine({ ws, insight, member, texts, can }: MemberLineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { told, toldBefore, threads } = member;
  const [first] = threads;
  const language = first?.language ?? 'fr';
  return (
    <li className="grid items-start gap-x-4 gap-y-1.5 border-t border-line py-2.5 first:border-t-0 wide:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link to="/$ws/members/$member" params={{ ws, member: member.id }} className="font-semibold hover:underline">
            {member.name}
          </Link>
          {told !== null && (
            <StateChip state="good">
              {t('loop.told.by', { name: told.by, day: format.dayOf(told.at, 'short') })}
            </StateChip>
          )}
          {member.cameBack && <small>{t('loop.came_back')}</small>}
        </span>
        {threads.map((thread) => (
          <small key={thread.threadId ?? thread.url ?? ''}>
            <ThreadWords ws={ws} thread={thread} />
          </small>
        ))}
        {told === null && toldBefore !== null && (
          <small>{t('loop.told.before', { day: format.dayOf(toldBefore, 'short') })}</small>
        )}
      </div>
      {can.tell && (
        <span className="flex flex-wrap gap-1.5">
          {told === null && <CopyButton text={texts[language]} label={t('loop.copy')} />}
          <Marking ws={ws} insight={insight} member={member} text={texts[language]} language={language} />
        </span>
      )}
    </li>
  );
}

function ThreadWords({
  ws,
  thread,
}: {
  readonly ws: string;
  readonly thread: LoopMember['threads'][number];
}): ReactNode {
  const t = useWords();
  const { threadId, title, place, channel, url } = thread;
  const name = title ?? t('loop.thread.untitled');
  return (
    <Dots>
      {threadId === null ? (
        name
      ) : (
        <Link to="/$ws/threads/$thread" params={{ ws, thread: threadId }} className="underline">
          {name}
        </Link>
      )}
      {place}
      {channel}
      {url !== null && (
        <a href={url} target="_blank" rel="noreferrer" className="underline">
          {t('loop.thread.there')}
        </a>
      )}
    </Dots>
  );
}

interface MarkingProps {
  readonly ws: string;
  readonly insight: string;
  readonly member: LoopMember;
  readonly text: string;
  readonly language: Tell['language'];
}

function Marking({ ws, insight, member, text, language }: MarkingProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>, done: string, undo?: () => void): Promise<void> => {
    setBusy(true);
    try {
      await work();
      say(done, undo === undefined ? {} : { undo });
    } catch (error) {
      sayProblem(error, t);
    } finally {
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: [ws] });
  };
  const threadId = member.threads[0]?.threadId ?? undefined;
  const body: Tell = { memberId: member.id, text, language, ...(threadId === undefined ? {} : { threadId }) };
  const { told } = member;
  // What was told before, in the words it had then, where there are any left.
  const before: Tell = told === null ? body : { ...body, text: told.text ?? text, language: told.language };
  const untell = (undo?: () => void): void =>
    void act(() => api.delete(`/loop/${insight}/told/${member.id}`), t('loop.untold', { name: member.name }), undo);
  const tell = (said: Tell): void =>
    void act(
      () => api.post(`/loop/${insight}/told`, said),
      t('loop.told', { name: member.name }),
      () => untell(),
    );
  const silence = (silent: boolean): void =>
    void act(
      () => api.put(`/members/${member.id}/silence`, { silent }),
      t(silent ? 'loop.silenced' : 'loop.unsilenced', { name: member.name }),
      silent ? () => silence(false) : undefined,
    );
  if (told !== null)
    return (
      <Button tone="quiet" busy={busy} onClick={() => untell(() => tell(before))}>
        {t('loop.untell')}
      </Button>
    );
  return (
    <>
      <Button busy={busy} onClick={() => tell(body)}>
        {t('loop.mark')}
      </Button>
      <Menu
        trigger={
          <Button tone="quiet" aria-label={t('loop.other', { name: member.name })}>
            …
          </Button>
        }
      >
        <MenuItem onSelect={() => silence(true)}>{t('loop.silence')}</MenuItem>
      </Menu>
    </>
  );
}
