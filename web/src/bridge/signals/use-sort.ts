import { useQueryClient } from '@tanstack/react-query';
import type { MadeInsight } from '#bridge/insights/wire.ts';
import type { Signal, SignalsView } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';
import { signalsQuery } from './signals-query.ts';

type Sortable = Pick<Signal, 'id' | 'version'>;
interface Changed {
  readonly version: number;
}

interface Sorting {
  readonly merge: (signals: readonly Sortable[], insightId: string) => Promise<void>;
  /** A new insight from signals; answers its id. */
  readonly gather: (signals: readonly Sortable[], statement: string) => Promise<string | undefined>;
  readonly dismiss: (signals: readonly Sortable[], why: string) => Promise<void>;
  readonly reopen: (signal: Sortable) => Promise<void>;
}

/** The lists a signal is in. */
function useLists(ws: string) {
  const queries = useQueryClient();
  const fresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [ws, 'signals'] });
    await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
  };
  /** What was sorted is not to be sorted any more, also before the list is read anew: the next key is for the next one. */
  const leave = (sorted: readonly Pick<Sortable, 'id'>[]): void => {
    const ids = new Set(sorted.map(({ id }) => id));
    const without = (view: SignalsView): SignalsView => ({
      ...view,
      items: view.items.filter(({ id }) => !ids.has(id)),
    });
    queries.setQueryData(signalsQuery(ws).queryKey, (view) => view && without(view));
  };
  return { fresh, leave };
}

/** Sorting signals, one or several, each time with what takes it back. A refusal rejects; what was done until then stays. */
export function useSort(ws: string): Sorting {
  const t = useWords();
  const { fresh, leave } = useLists(ws);
  const reopen = async (signals: readonly Sortable[]): Promise<void> => {
    try {
      for (const { id, version } of signals) await api.post(`/signals/${id}/reopen`, { version });
      say(t('signals.reopened', { n: signals.length }));
    } catch (error) {
      sayProblem(error, t);
    }
    await fresh();
  };
  const each = async (signals: readonly Sortable[], act: string, body: object): Promise<readonly Sortable[]> => {
    const done: Sortable[] = [];
    try {
      for (const { id, version } of signals) {
        const changed = await api.post<Changed>(`/signals/${id}/${act}`, { ...body, version });
        done.push({ id, version: changed.version });
      }
    } finally {
      leave(done);
      void fresh();
    }
    return done;
  };
  const undoing = (done: readonly Sortable[]) => ({ undo: () => void reopen(done) });
  return {
    merge: async (signals, insightId) => {
      const done = await each(signals, 'merge', { insightId });
      say(t('signals.merged', { n: done.length }), undoing(done));
    },
    gather: async ([first, ...rest], statement) => {
      if (first === undefined) return undefined;
      const { id: signalId, version } = first;
      const { id } = await api.post<MadeInsight>('/insights', { statement, signalId, version });
      leave([first]);
      await each(rest, 'merge', { insightId: id });
      const remove = async (): Promise<void> => {
        await api.delete(`/insights/${id}`, { query: { version: 1 } }).catch((error: unknown) => sayProblem(error, t));
        await fresh();
      };
      say(t('signals.gathered'), { undo: () => void remove() });
      return id;
    },
    dismiss: async (signals, why) => {
      const done = await each(signals, 'dismiss', { why });
      say(t('signals.dismissed', { n: done.length }), undoing(done));
    },
    reopen: (signal) => reopen([signal]),
  };
}
