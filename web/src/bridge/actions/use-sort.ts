import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Sorted, Tie } from '#bridge/actions/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';

/** What is said of one message. */
export interface Item {
  readonly messageId: string;
  readonly tie: Tie;
  readonly mandateId?: string;
}

interface Sorting {
  /** Messages of which something was said and that are not to be shown any more, written or not yet. */
  readonly gone: ReadonlySet<string>;
  /** Says it; what is refused comes back to be sorted, and the refusal is said. `minutes` as typed, for each of them. */
  readonly sort: (items: readonly Item[], minutes: string) => void;
}

/**
 * Says what messages serve, with ten seconds to take it back. Lots are written one after the other in the order in which
 * they were said, and leave the list at once: whoever works with the keyboard never waits for what he said before.
 */
export function useSort(ws: string): Sorting {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const line = useRef<Promise<void>>(Promise.resolve());
  const left = useRef(0);
  const comeBack = (ids: readonly string[]): void =>
    setGone((now) => new Set([...now].filter((id) => !ids.includes(id))));
  const readAnew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [ws, 'actions'] });
    await queries.invalidateQueries({ queryKey: [ws, 'mandates'] });
  };
  /** In its turn; what is shown is read anew once nothing waits. */
  const inLine = (messages: readonly string[], work: () => Promise<'gone' | 'back'>): void => {
    left.current += 1;
    const turn = async (): Promise<void> => {
      const became = await work().catch((error: unknown) => {
        sayProblem(error, t);
        return 'back' as const;
      });
      left.current -= 1;
      if (left.current === 0) void readAnew();
      if (became === 'back') comeBack(messages);
    };
    line.current = line.current.then(turn);
  };
  const sort = (items: readonly Item[], minutes: string): void => {
    const messages = items.map(({ messageId }) => messageId);
    setGone((now) => new Set([...now, ...messages]));
    inLine(messages, async () => {
      const spent = Number.parseInt(minutes, 10);
      const sorting = { items, ...(spent > 0 ? { minutes: spent } : {}) };
      const { ids, already } = await api.post<Sorted>('/actions/sort', sorting);
      const undo = (): void =>
        inLine(messages, async () => {
          await api.post('/actions/unsort', { ids });
          return 'back';
        });
      say(t(`actions.sorted.${items[0]?.tie ?? 'offplan'}`, { n: ids.length, count: format.number(ids.length, 0) }), {
        ...(already === 0 ? {} : { detail: t('actions.already', { n: already, count: format.number(already, 0) }) }),
        ...(ids.length === 0 ? {} : { undo }),
      });
      return 'gone';
    });
  };
  return { gone, sort };
}
