import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MandateView, NewMandate } from '#bridge/mandates/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';

/** Saves a draft, or sends an answer with the terms as they are from now on; then leads to the mandate. */
export function useSave(ws: string, mandate: MandateView | undefined) {
  const t = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { busy, problem, run } = useAct();
  /** `version`: the one to write over; the one that was read unless one says otherwise. */
  const save = (terms: NewMandate, answer: string | undefined, version = mandate?.version): void =>
    run(async () => {
      const id = await send(mandate?.id, { terms, answer, version });
      say(t(answer === undefined ? 'mandates.saved' : 'mandates.done.answer'));
      await queries.invalidateQueries({ queryKey: [ws, 'mandates'] });
      await navigate({ to: '/$ws/mandates/$mandate', params: { ws, mandate: id } });
    });
  return { busy, problem, save };
}

interface Sent {
  readonly terms: NewMandate;
  readonly answer: string | undefined;
  readonly version: number | undefined;
}

async function send(id: string | undefined, { terms, answer, version }: Sent): Promise<string> {
  if (id === undefined) return (await api.post<{ readonly id: string }>('/mandates', terms)).id;
  if (answer === undefined) await api.patch(`/mandates/${id}`, { ...terms, version });
  else await api.post(`/mandates/${id}/answer`, { version, text: answer, terms });
  return id;
}
