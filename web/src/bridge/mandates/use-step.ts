import { useQueryClient } from '@tanstack/react-query';
import type { Act, MandateView } from '#bridge/mandates/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';

/** Does one act on a mandate and reads it anew; a refusal stays beside the button, with what changed meanwhile. */
export function useStep(ws: string, { id, version }: Pick<MandateView, 'id' | 'version'>) {
  const t = useWords();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const step = (act: Act, body: object, done?: () => void): void =>
    run(async () => {
      try {
        await api.post(`/mandates/${id}/${act}`, { version, ...body });
        say(t(`mandates.done.${act}`));
        done?.();
      } finally {
        await queries.invalidateQueries({ queryKey: [ws, 'mandates'] });
      }
    });
  return { busy, problem, step };
}
