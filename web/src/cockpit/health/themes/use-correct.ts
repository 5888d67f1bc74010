import { useQueryClient } from '@tanstack/react-query';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';

/** Runs a correction, then asks everything again; a refusal is said in words. */
export function useCorrect(ws: string): (work: () => Promise<unknown>) => void {
  const t = useWords();
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: [ws] });
  return (work) => {
    work().then(refresh, (error: unknown) => {
      sayProblem(error, t);
      return refresh();
    });
  };
}
