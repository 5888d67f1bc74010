import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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

/** Says what messages serve, with ten seconds to take it back; one lot at a time. */
export function useSort(ws: string) {
  const t = useWords();
  const format = useFormat();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const readAnew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [ws, 'actions'] });
    await queries.invalidateQueries({ queryKey: [ws, 'mandates'] });
  };
  const undo = async (ids: readonly string[]): Promise<void> => {
    try {
      await api.post('/actions/unsort', { ids });
    } catch (error) {
      sayProblem(error, t);
    }
    await readAnew();
  };
  /** Whether it was done; a refusal is said. `minutes` as they are typed, for each of them. */
  const sort = async (items: readonly Item[], minutes: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      const spent = Number.parseInt(minutes, 10);
      const sorting = { items, ...(spent > 0 ? { minutes: spent } : {}) };
      const { ids, already } = await api.post<Sorted>('/actions/sort', sorting);
      const words = { n: ids.length, count: format.number(ids.length, 0) };
      say(t(`actions.sorted.${items[0]?.tie ?? 'offplan'}`, words), {
        ...(already === 0 ? {} : { detail: t('actions.already', { n: already, count: format.number(already, 0) }) }),
        ...(ids.length === 0 ? {} : { undo: () => void undo(ids) }),
      });
      await readAnew();
      return true;
    } catch (error) {
      sayProblem(error, t);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, sort };
}
