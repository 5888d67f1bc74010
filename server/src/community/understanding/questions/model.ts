/** What the beginning of a thread gives to tell its kind. */
export interface Opening {
  /** Empty where the place gives none. */
  readonly title: string;
  /** What its author wrote himself. */
  readonly text: string;
  readonly labels: readonly string[];
  /** It stands in a channel where people ask. */
  readonly isSupport: boolean;
}

export interface Kind {
  readonly kind: 'question' | 'other';
  readonly by: 'rule' | 'place';
}

/**
 * On openings made up for it and labelled by hand (../sample), nobody having looked at them while the rules were written:
 * questions found and missed, others taken for questions and left alone. A test holds these numbers to what comes out.
 */
export const QUESTIONS_MEASURED = {
  fr: { found: 51, missed: 9, invented: 5, left: 175 },
  en: { found: 50, missed: 10, invented: 6, left: 174 },
} as const;
