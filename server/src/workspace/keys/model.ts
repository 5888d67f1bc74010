import type { KeyScope } from '#kernel/actor.ts';

/** A program's way in: reads or writes in one workspace, within its scopes; never signs in, never manages people. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key, to tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly perMinute: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
}
