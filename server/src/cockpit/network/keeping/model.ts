import type { Network } from '#cockpit/network/measuring/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Window } from '#kernel/window.ts';

/** What a network is of. */
export interface About {
  readonly scope: Scope;
  /** The question as it was asked, and the request that asks it with its days. */
  readonly asked: string;
  readonly request: string;
  readonly window: Window;
}

export interface Kept extends About {
  readonly network: Network;
  /** Names this very network: whoever walks through it says so, and stays in it while facts go on changing. */
  readonly snapshot: string;
}
