import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Part, Speech } from '../say-figure.ts';

type Say<Told> = (answer: FigureAnswer, speech: Speech) => Told;

type Name = 'questions' | 'unread' | 'staff' | 'both' | 'waiting' | 'persons' | 'acts' | 'organisations';

/** A count by its name; left out where it is zero and zero tells nothing. */
function countPart({ parts }: FigureAnswer, { t, format }: Speech, name: Name, isTold = true): readonly Part[] {
  const count = parts[name] ?? 0;
  return isTold || count > 0 ? [{ name: t(`health-replies.part.${name}`), text: format.number(count, 0) }] : [];
}

function ofText({ value }: FigureAnswer, { t, format }: Speech): string {
  const { n, of } = value.state === 'unavailable' ? { n: 0, of: 0 } : value;
  return t('health-replies.n_of', { n: format.number(n, 0), of: format.number(of, 0) });
}

const holders: Say<readonly Part[]> = (answer, speech) => [
  ...countPart(answer, speech, 'persons'),
  ...countPart(answer, speech, 'acts'),
];

/** What the figures about answers, dependence and presence are made of. */
export const REPLY_PARTS: Readonly<Record<string, Say<readonly Part[]>>> = {
  unanswered: (answer, speech) => [
    ...countPart(answer, speech, 'questions'),
    ...countPart(answer, speech, 'unread', false),
  ],
  member_answered_share: (answer, speech) => [
    { name: speech.t('health-replies.part.members'), text: ofText(answer, speech) },
    ...countPart(answer, speech, 'staff'),
    ...countPart(answer, speech, 'both', false),
    ...countPart(answer, speech, 'waiting'),
  ],
  solo_threads: (answer, speech) => [{ name: speech.t('health-replies.part.threads'), text: ofText(answer, speech) }],
  absence_factor: holders,
  gini: holders,
  elephant_factor: (answer, speech) => [
    ...countPart(answer, speech, 'organisations'),
    { name: speech.t('health-replies.part.known_share'), text: knownText(answer, speech) },
  ],
  presence: (answer, speech) => [
    { name: speech.t('health-replies.part.days'), text: ofText(answer, speech) },
    {
      name: speech.t('health-replies.part.declared'),
      text: speech.format.number(answer.parts['staff'] ?? 0, 0),
    },
  ],
};

function knownText({ parts }: FigureAnswer, { format }: Speech): string {
  const share = parts['known_share'];
  return typeof share === 'number' ? format.percent(share, 1) : '–';
}

/** The same in a few words, for a tile. */
export const REPLY_IN_SHORT: Readonly<Record<string, Say<string>>> = {
  unanswered: ({ parts }, { t, format }) =>
    t('health-replies.short.unanswered', { n: parts['questions'] ?? 0, count: format.number(parts['questions'] ?? 0) }),
  absence_factor: ({ parts }, { t, format }) =>
    t('health-replies.short.absence', { of: format.number(parts['persons'] ?? 0) }),
  elephant_factor: (answer, speech) => speech.t('health-replies.short.elephant', { share: knownText(answer, speech) }),
  presence: (answer, speech) => speech.t('health-replies.short.presence', { counts: ofText(answer, speech) }),
};
