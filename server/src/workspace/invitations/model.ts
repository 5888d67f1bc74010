import type { FunctionName } from '#kernel/actor.ts';

export interface Invitation {
  readonly id: string;
  /** In lower case: only this person may take it up. */
  readonly email: string;
  readonly functions: readonly FunctionName[];
  readonly title: string | undefined;
  /** The colleague who invites. */
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What an invitation says to whoever holds its link. */
export interface Preview extends Invitation {
  readonly workspaceName: string;
  readonly inviterName: string;
}
