import type { Language } from './language.ts';
import type { Scope } from './scope.ts';

/** What one does in a workspace (product words: pilote, animateur·rice …). A title is free text and is not a function. */
export const FUNCTIONS = ['pilot', 'host', 'moderator', 'owner', 'expert', 'compliance', 'sponsor', 'admin'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export const KEY_SCOPES = ['read', 'figures', 'import', 'members'] as const;
/** What an API key may do; a key never signs in and never manages people. */
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Who did it, as the audit log keeps it. */
export type By =
  | { readonly kind: 'person'; readonly colleagueId: string }
  | { readonly kind: 'key'; readonly keyId: string }
  | { readonly kind: 'system'; readonly name: string };

/** A signed-in person's place in the workspace of the request. */
export interface Seat {
  readonly scope: Scope;
  readonly colleagueId: string;
  readonly functions: readonly FunctionName[];
}

export type Actor =
  | { readonly kind: 'anonymous'; readonly language: Language }
  /** Whoever may open the data folder, at the command line: may do and see everything. */
  | { readonly kind: 'operator'; readonly language: Language }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly sessionId: string;
      readonly language: Language;
      /** Absent outside any workspace, or in one he does not belong to. */
      readonly seat?: Seat;
    }
  | {
      readonly kind: 'key';
      readonly keyId: string;
      readonly scope: Scope;
      readonly scopes: readonly KeyScope[];
      readonly language: Language;
    };

/** Whoever asks for something inside a workspace, and what he holds there. */
export interface Asking {
  readonly scope: Scope;
  readonly by: By;
  readonly actor: Actor;
  readonly functions: readonly FunctionName[];
}

/** Who acts, and in which language he is told why not. */
export interface Doing {
  readonly scope: Scope;
  readonly by: By;
  readonly language: Language;
}

/** One row of the permission table: who may call a route. */
export type Access =
  | 'anyone'
  | 'signed_in'
  | { readonly functions: 'all' | readonly FunctionName[]; readonly key?: KeyScope };
