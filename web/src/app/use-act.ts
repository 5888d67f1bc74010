import { useState } from 'react';
import { Problem } from '#web/app/problem.ts';

interface Act {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Runs the work once at a time; a refusal becomes `problem`, a bug goes on its way. */
  readonly run: (work: () => Promise<void>) => void;
}

/** One act of a form: under way, refused with words, or done. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run: (work) => void attempt(work) };
}
