import type { Language } from '#kernel/language.ts';

/** A workspace as everybody in it knows it. */
export interface Space {
  readonly id: string;
  /** In addresses; stays when the name changes. */
  readonly slug: string;
  readonly name: string;
  /** IANA zone in which days, weeks and months are cut. */
  readonly zone: string;
  readonly language: Language;
  readonly isDemo: boolean;
}

export interface SpaceChange {
  readonly name?: string;
  readonly zone?: string;
  readonly language?: Language;
}
