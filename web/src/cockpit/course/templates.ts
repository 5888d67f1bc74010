import type { ObjectiveLine } from '#cockpit/course/objectives/wire.ts';

export type Kind = ObjectiveLine['kind'];

/** The kinds an objective can start from, with the figures that tell most of each. */
export const TEMPLATES = {
  support: ['reply_coverage_7d', 'first_response_time'],
  product: ['member_answered_share', 'returning_share'],
  acquisition: ['new_contributors', 'activation_30d'],
  contribution: ['member_answered_share', 'absence_factor'],
  engagement: ['active_members', 'retention_rate'],
  success: ['welcomed_24h', 'reply_coverage_7d'],
} as const satisfies Readonly<Record<Exclude<Kind, 'own'>, readonly string[]>>;

export type TemplateKind = keyof typeof TEMPLATES;
export const TEMPLATE_KINDS: readonly TemplateKind[] = [
  'support',
  'product',
  'acquisition',
  'contribution',
  'engagement',
  'success',
];
export const KINDS: readonly Kind[] = [...TEMPLATE_KINDS, 'own'];

/** Figures that tell most of an objective of that kind. */
export function figuresFor(kind: Kind): readonly string[] {
  return kind === 'own' ? [] : TEMPLATES[kind];
}
