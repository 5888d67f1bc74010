/** Many may be inside together, or one alone. Whoever wants to be alone is let in before those who come after him. */
export interface Gate {
  shared<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let inside: Promise<void> = Promise.resolve();
  let lastAlone: Promise<void> = Promise.resolve();
  return {
    async shared(work) {
      const running = lastAlone.then(work);
      inside = ended(inside, running);
      return await running;
    },
    async alone(work) {
      const running = ended(inside, lastAlone).then(work);
      lastAlone = ended(running);
      return await running;
    },
  };
}

/** When all of them have ended, well or not; what they gave is let go. */
async function ended(...all: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(all);
}
