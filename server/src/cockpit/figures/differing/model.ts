import type { Read } from '#cockpit/figures/index.ts';

/** Ways of counting the same facts that people hold against a figure. */
export const OTHERWISE = [
  'with_staff',
  'with_bots',
  'accounts',
  'with_reactions',
  'with_withdrawn',
  'answered_only',
  'utc_days',
  'unfiltered',
] as const;
export type Otherwise = (typeof OTHERWISE)[number];

/** What other tools count that these facts do not hold: told in words only. */
export const ELSEWHERE = ['admin_panel', 'visits', 'office_hours', 'solved', 'since_export'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

/** Which of them make sense for a figure, by what it is counted from. */
export const COMPUTED: Readonly<Partial<Record<Read, readonly Otherwise[]>>> = {
  days: ['with_staff', 'with_bots', 'accounts', 'with_reactions', 'with_withdrawn', 'utc_days'],
  threads: ['with_staff', 'with_bots', 'accounts', 'with_withdrawn'],
  replies: ['with_staff', 'with_bots', 'accounts', 'with_withdrawn'],
  messages: ['with_staff', 'with_bots', 'with_withdrawn'],
};

export const TOLD: Readonly<Partial<Record<Read, readonly Elsewhere[]>>> = {
  days: ['admin_panel', 'visits', 'since_export'],
  threads: ['office_hours', 'solved', 'since_export'],
  replies: ['since_export'],
  messages: ['since_export'],
};
