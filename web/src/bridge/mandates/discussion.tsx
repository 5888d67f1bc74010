import type { ReactNode } from 'react';
import type { MandateView, MandateWord } from '#bridge/mandates/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { When } from '#web/ui/when.tsx';
import { lastDayOf } from './days.ts';

/** What was said of a mandate, and what each word changed in it: no version is lost. */
export function Discussion({ mandate }: { readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const { words } = mandate;
  if (words.length === 0) return null;
  return (
    <Card title={t('mandates.discussion')}>
      <ol className="grid gap-3">
        {words.map((word, place) => (
          <li key={word.id} className="grid gap-1">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <b>{word.by.name}</b>
              <small>
                <When when={{ at: word.at }} />
              </small>
            </span>
            <p className="max-w-[75ch] break-words whitespace-pre-line">{word.text}</p>
            {word.before !== null && (
              <Changes before={word.before} after={nextOf(words.slice(place + 1)) ?? nowOf(mandate)} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Text = Pick<
  NonNullable<MandateWord['before']>,
  'intention' | 'freedom' | 'effortHours' | 'fromDay' | 'untilDay'
> & { readonly others: string };

type Others = Pick<NonNullable<MandateWord['before']>, 'audience' | 'rule'>;

/** Audience and rule as one text, in whatever order they were chosen. */
function othersOf({ audience, rule }: Others): string {
  const inOrder = (list: readonly string[]): readonly string[] => list.toSorted();
  return JSON.stringify([
    audience.segment ?? null,
    inOrder(audience.channels),
    inOrder(rule.channels),
    inOrder(rule.labels),
    inOrder(rule.authors),
  ]);
}

function textOf(former: NonNullable<MandateWord['before']>): Text {
  return { ...former, others: othersOf(former) };
}

/** What the mandate said from a word on is what the next change found there. */
function nextOf(later: readonly MandateWord[]): Text | undefined {
  const before = later.find((word) => word.before !== null)?.before;
  return before === undefined || before === null ? undefined : textOf(before);
}

function nowOf(mandate: MandateView): Text {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const { audience, rule } = mandate;
  const others = othersOf({
    audience: { segment: audience.segment ?? undefined, channels: ids(audience.channels) },
    rule: { channels: ids(rule.channels), labels: rule.labels, authors: ids(rule.authors) },
  });
  return { ...mandate, others };
}

interface ChangesProps {
  readonly before: NonNullable<MandateWord['before']>;
  readonly after: Text;
}

function Changes({ before: former, after }: ChangesProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const before = textOf(former);
  const lines: readonly (readonly [WordKey, string, string])[] = [
    ['mandates.intention', before.intention, after.intention],
    ['mandates.freedom', before.freedom, after.freedom],
    ['mandates.effort.hours', format.number(before.effortHours), format.number(after.effortHours)],
    ['mandates.from', format.day(before.fromDay), format.day(after.fromDay)],
    ['mandates.last', format.day(lastDayOf(before.untilDay)), format.day(lastDayOf(after.untilDay))],
  ];
  const changed = lines.filter(([, was, is]) => was !== is);
  return (
    <ul className="grid gap-0.5 border-l-2 border-bridge pl-2.5 text-sm">
      {changed.map(([name, was, is]) => (
        <li key={name}>
          {t(name)}
          {t('mandates.colon')} <del className="text-soft">{was}</del> → <ins className="no-underline">{is}</ins>
        </li>
      ))}
      {before.others !== after.others && <li>{t('mandates.changed.others')}</li>}
    </ul>
  );
}
