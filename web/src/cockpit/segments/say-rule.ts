import type { Condition, RuleParts, SegmentRule, Within } from '#cockpit/segments/wire.ts';
import type { Language } from '#kernel/language.ts';
import type { Formatter, Translate } from '#web/i18n/index.ts';

interface Saying {
  readonly t: Translate;
  readonly format: Formatter;
  readonly language: Language;
  /** Undefined while the names are on their way. */
  readonly parts: RuleParts | undefined;
}

/** A rule in words, as one would say it. */
export function sayRule(rule: SegmentRule, saying: Saying): string {
  const said = sayInside(rule, saying, true);
  return said.charAt(0).toLocaleUpperCase(saying.language) + said.slice(1);
}

function sayInside(rule: SegmentRule, saying: Saying, isTop: boolean): string {
  const { t } = saying;
  switch (rule.is) {
    case 'not':
      return t('segments.say.not', { rule: sayInside(rule.rule, saying, false) });
    case 'all':
    case 'any': {
      const said = rule.rules.map((one) => sayInside(one, saying, false)).join(t(`segments.say.${rule.is}`));
      return isTop || rule.rules.length === 1 ? said : `(${said})`;
    }
    default:
      return sayCondition(rule, saying);
  }
}

function sayCondition(condition: Condition, saying: Saying): string {
  const { t, format } = saying;
  const days = 'within' in condition ? sayDays(condition.within, saying) : '';
  switch (condition.is) {
    case 'activity':
      return t(`segments.say.activity.${condition.how}`, {
        n: condition.count,
        count: format.number(condition.count),
        days,
      });
    case 'answered':
      return t('segments.say.answered', { n: condition.people, count: format.number(condition.people), days });
    case 'first':
      return t('segments.say.first', { days });
    case 'last':
      return t('segments.say.last', { days });
    case 'state':
      return t('segments.say.state', {
        list: or(
          condition.states.map((state) => t(`segments.state.${state}`)),
          saying,
        ),
      });
    case 'kind':
      return or(
        condition.kinds.map((kind) => t(`segments.kind.${kind}`)),
        saying,
      );
    default:
      return t(`segments.say.${condition.is}`, { list: or(namesIn(condition, saying), saying) });
  }
}

type Naming = Extract<Condition, { is: 'place' | 'channel' | 'theme' | 'affiliation' }>;

function namesIn(condition: Naming, { parts, language, t }: Saying): readonly string[] {
  const gone = parts === undefined ? '…' : t('segments.gone');
  const find = (ids: readonly string[], all: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    ids.map((id) => all?.find((one) => one.id === id)?.name ?? gone);
  switch (condition.is) {
    case 'place':
      return find(condition.places, parts?.places);
    case 'channel':
      return find(condition.channels, parts?.channels);
    case 'theme':
      return find(
        condition.themes,
        parts?.themes.map(({ id, name }) => ({ id, name: name[language] })),
      );
    case 'affiliation':
      return condition.organisations;
    default:
      return condition satisfies never;
  }
}

function or(list: readonly string[], { language }: Saying): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(list);
}

function sayDays(within: Within, { t, format }: Saying): string {
  if ('last' in within) return t('segments.say.days.last', { n: within.last });
  const { from, until } = within;
  if (from !== null && until !== null) {
    return t('segments.say.days.between', { from: format.day(from), until: format.day(until) });
  }
  if (from !== null) return t('segments.say.days.from', { from: format.day(from) });
  if (until !== null) return t('segments.say.days.until', { until: format.day(until) });
  return t('segments.say.days.ever');
}
