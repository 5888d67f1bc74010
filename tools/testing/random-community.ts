import fc from 'fast-check';
import type { MadeCommunity, MadeMessage } from './made-community.ts';

/** From winter through two changes of clocks into summer; windows reach a little beyond. */
const START = Date.UTC(2025, 9, 1);
const DAYS = 260;
const ZONES = ['Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kolkata', 'UTC'];

// Round times make ties and exact weeks; the others fall near midnights and changes of clocks.
const minute = fc.oneof(
  fc.nat(DAYS * 24 * 60),
  fc.nat(DAYS * 4).map((quarter) => quarter * 360),
  fc.nat(DAYS).map((day) => day * 1440 + 1430),
);
const whenAt = (minutes: number, hasHours: boolean): MadeMessage['when'] => {
  const at = new Date(START + minutes * 60_000).toISOString();
  return hasHours ? { at } : { day: at.slice(0, 10) };
};

const MOSTLY_SHOWN = [...Array.from({ length: 9 }, () => 'shown' as const), 'hidden', 'removed', 'erased'] as const;
const MOSTLY_JUDGED = [-1, -1, 0, 0, 1, 1, undefined] as const;

/** Mostly absent, now and then there. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const mostly = fc.constantFrom(true, true, true, true, false);

interface Fewest {
  readonly members: number;
  readonly accounts: number;
  readonly threads: number;
  readonly messages: number;
}

/** A small community in which anything may happen, with so much at least of everything. */
const communityOf = (fewest: Fewest, roles: readonly MadeCommunity['members'][number]['kind'][]) =>
  fc
    .record({
      places: fc.array(fc.record({ threads: mostly, replies: mostly, hours: mostly, reactions: mostly }), {
        minLength: 1,
        maxLength: 3,
      }),
      kinds: fc.array(fc.constantFrom(...roles), { minLength: fewest.members, maxLength: 12 }),
      merges: fc.array(seldom(fc.nat(8)), { minLength: 12, maxLength: 12 }),
      channels: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
      accounts: fc.array(fc.record({ place: fc.nat(2), member: fc.nat(11) }), {
        minLength: fewest.accounts,
        maxLength: 18,
      }),
      threads: fc.array(fc.nat(3), { minLength: fewest.threads, maxLength: 12 }),
      messages: fc.array(
        fc.record({
          channel: fc.nat(3),
          account: fc.nat(17),
          minute,
          thread: fc.option(fc.nat(11), { nil: undefined, freq: 5 }),
          opens: fc.boolean(),
          repliesTo: seldom(fc.nat(69)),
          state: fc.constantFrom(...MOSTLY_SHOWN),
          language: fc.constantFrom('fr', 'fr', 'en', 'und'),
        }),
        { minLength: fewest.messages, maxLength: 70, size: 'max' },
      ),
      reactions: fc.array(
        fc.record({ message: fc.nat(69), account: fc.option(fc.nat(17), { nil: undefined }), minute }),
        { maxLength: 4 },
      ),
      readings: fc.array(fc.constantFrom('question', 'question', 'other', undefined), { minLength: 12, maxLength: 12 }),
      themes: fc.array(seldom(fc.nat(3)), { minLength: 4, maxLength: 4 }),
      about: fc.array(fc.record({ thread: fc.nat(11), theme: fc.nat(3) }), { maxLength: 16 }),
      mentions: fc.array(fc.record({ message: fc.nat(69), theme: fc.nat(3) }), { maxLength: 60 }),
      tones: fc.array(fc.constantFrom(...MOSTLY_JUDGED), {
        minLength: 70,
        maxLength: 70,
      }),
      affiliations: fc.array(
        fc.record({
          member: fc.nat(8),
          organisation: fc.nat(4),
          from: seldom(fc.nat(DAYS)),
          length: seldom(fc.integer({ min: 1, max: 200 })),
        }),
        { maxLength: 8 },
      ),
    })
    .map(
      ({
        places,
        kinds,
        merges,
        channels,
        accounts,
        threads,
        messages,
        reactions,
        readings,
        themes,
        about,
        mentions,
        tones,
        affiliations,
      }): MadeCommunity => {
        const within = (n: number, list: readonly unknown[]): number => n % list.length;
        const channelPlaces = channels.map((place) => within(place, places));
        const hasHours = (channel: number): boolean => places[channelPlaces[channel] ?? 0]?.hours === true;
        const members = kinds.map((kind, n) => {
          const into = merges[n];
          return into === undefined || into >= n ? { kind } : { kind, mergedInto: into };
        });
        const threadChannels = threads.map((channel) => within(channel, channels));
        const written = messages.map(
          ({ channel, account, minute: at, thread, opens, state, repliesTo, language }): MadeMessage => {
            const inThread = thread === undefined || threads.length === 0 ? undefined : within(thread, threads);
            const where = inThread === undefined ? within(channel, channels) : (threadChannels[inThread] ?? 0);
            const base = {
              channel: where,
              account: within(account, accounts),
              when: whenAt(at, hasHours(where)),
              state,
              language,
              ...(repliesTo === undefined ? {} : { repliesTo: within(repliesTo, messages) }),
            };
            return inThread === undefined ? base : { ...base, thread: inThread, opens };
          },
        );
        return {
          places,
          channels: channelPlaces,
          members,
          accounts: accounts.map(({ place, member }) => ({
            place: within(place, places),
            member: within(member, kinds),
          })),
          threads: threadChannels,
          messages: written,
          reactions:
            written.length === 0
              ? []
              : reactions.map(({ message, account, minute: at }) => ({
                  message: within(message, written),
                  when: whenAt(at, hasHours(written[within(message, written)]?.channel ?? 0)),
                  ...(account === undefined ? {} : { account: within(account, accounts) }),
                })),
          readings: threads.flatMap((_, thread) => {
            const kind = readings[thread];
            return kind === undefined ? [] : [{ thread, kind }];
          }),
          themes: themes.map((into, n) => (into === undefined || into >= n ? undefined : into)),
          about:
            threads.length === 0 ? [] : uniquely(about.map((one) => ({ ...one, thread: within(one.thread, threads) }))),
          mentions: uniquely(mentions.map((one) => ({ ...one, message: within(one.message, written) }))),
          tones: written.flatMap((_, message) => {
            const tone = tones[message];
            return tone === undefined ? [] : [{ message, tone }];
          }),
          affiliations: affiliations.map(({ member, organisation, from, length }) => ({
            member: within(member, kinds),
            organisation,
            from: from === undefined ? undefined : day(from),
            until: length === undefined ? undefined : day((from ?? 0) + length),
          })),
        };
      },
    );

/** Anything, also nearly nothing. */
export const community = communityOf({ members: 1, accounts: 1, threads: 0, messages: 5 }, [
  'person',
  'person',
  'person',
  'staff',
  'bot',
]);

/** Enough of everything that most figures have something to tell. */
export const livelyCommunity = communityOf({ members: 12, accounts: 16, threads: 9, messages: 55 }, [
  'person',
  'person',
  'person',
  'person',
  'person',
  'person',
  'staff',
  'bot',
]);

const uniquely = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];

/** The day so many days after the first on which anything can happen. */
export const day = (offset: number): string => new Date(START + offset * 86_400_000).toISOString().slice(0, 10);

const WINDOW = {
  zone: fc.constantFrom(...ZONES),
  start: fc.integer({ min: -20, max: DAYS - 30 }),
  length: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(7, 28, 30, 90, 365)),
};
const CUTS = {
  place: seldom(fc.nat(2)),
  channels: seldom(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 })),
  languages: seldom(fc.uniqueArray(fc.constantFrom('fr', 'en', 'und', 'oc'), { minLength: 1, maxLength: 2 })),
  kind: seldom(fc.constantFrom('question' as const, 'other' as const)),
  themes: seldom(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 })),
  segment: seldom(fc.constantFrom('new_and_active', 'fading_core', 'silent', 'most_helpful', 'staff')),
};
const UNCUT = {
  place: undefined,
  channels: undefined,
  languages: undefined,
  kind: undefined,
  themes: undefined,
  segment: undefined,
};

/** What may be asked of it: cut in any way; places and channels by number, to be taken modulo how many there are. */
export const question = fc.record({ ...WINDOW, ...CUTS });

/** Several questions in one zone: the first about all of it over a good while, the others about anything. */
export const questions = fc
  .record({
    zone: WINDOW.zone,
    start: fc.integer({ min: 0, max: 80 }),
    length: fc.oneof(fc.integer({ min: 120, max: 180 }), fc.constant(168)),
    others: fc.array(question, { minLength: 2, maxLength: 2 }),
  })
  .map(({ zone, start, length, others }) => [
    { zone, start, length, ...UNCUT },
    ...others.map((one) => ({ ...one, zone })),
  ]);
