/** A pure function of a module that exports it under its own name: what it is given and gives can be copied. */
export interface Task<In, Out> {
  readonly module: URL;
  readonly run: (input: In) => Out;
}

/** Hands long sums to a thread of their own, so that the server keeps answering. */
export interface Offload {
  /**
   * Runs a task, one after the other; what comes back is handed over, not copied. When `signal` says that nobody waits
   * any more, the thread is ended, or never begun, and the promise is rejected with the signal's reason.
   */
  run<In, Out>(task: Task<In, Out>, input: In, signal: AbortSignal): Promise<Out>;
  /** Ends what runs. */
  close(): Promise<void>;
}

/** What a thread is told, and what it tells. */
export interface Errand {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}
export type Outcome = { readonly answer: unknown } | { readonly failure: string };
