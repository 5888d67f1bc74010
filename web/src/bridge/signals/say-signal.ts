import type { Kind, Similar, State } from '#bridge/signals/wire.ts';
import type { Language } from '#kernel/language.ts';
import type { Formatter, Translate, WordKey } from '#web/i18n/index.ts';

export const KINDS = ['need', 'problem', 'idea', 'praise', 'risk', 'question'] as const satisfies readonly Kind[];

export const KIND_WORDS = {
  need: 'signals.kind.need',
  problem: 'signals.kind.problem',
  idea: 'signals.kind.idea',
  praise: 'signals.kind.praise',
  risk: 'signals.kind.risk',
  question: 'signals.kind.question',
} as const satisfies Readonly<Record<Kind, WordKey>>;

export const STATE_WORDS = {
  raised: 'signals.state.raised',
  merged: 'signals.state.merged',
  dismissed: 'signals.state.dismissed',
} as const satisfies Readonly<Record<State, WordKey>>;

interface Saying {
  readonly t: Translate;
  readonly format: Formatter;
  readonly language: Language;
}

/** Why a signal is shown as similar, reason by reason. */
export function sayReasons(reasons: Similar['reasons'], { t, format, language }: Saying): readonly string[] {
  return reasons.map((reason) => {
    if (reason.is === 'message') return t('signals.similar.message');
    if (reason.is === 'thread') return t('signals.similar.thread');
    if (reason.is === 'theme') return t('signals.similar.theme', { name: reason.theme[language] });
    return t('signals.similar.words', { words: format.list(reason.words) });
  });
}
