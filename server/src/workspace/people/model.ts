import type { Language } from '#kernel/language.ts';

/** Somebody who signs in, as the installation knows him: no function here, those belong to workspaces. */
export interface Person {
  readonly id: string;
  /** Trimmed, in lower case. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly shortcuts: boolean;
  /** May open further workspaces. */
  readonly operator: boolean;
  readonly lastSpaceId: string | undefined;
}

/** What a person proves himself with. */
export interface Credentials {
  readonly passwordHash: string | undefined;
  readonly totpSecret: Buffer | undefined;
  readonly totpConfirmed: boolean;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string | undefined;
  readonly operator: boolean;
  readonly createdAt: Date;
}

export interface Preferences {
  readonly name?: string;
  readonly language?: Language;
  readonly theme?: Person['theme'];
  readonly shortcuts?: boolean;
}
