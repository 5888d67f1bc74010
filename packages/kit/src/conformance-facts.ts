import type { Connector, Fact, Gives, When } from './contract.ts';
import { isDay, isInstant } from './when.ts';

type Message = Extract<Fact, { readonly type: 'message' }>;
type Person = Extract<Fact, { readonly type: 'person' }>;
type Reaction = Extract<Fact, { readonly type: 'reaction' }>;

/** What is wrong with a fact, in words for whoever writes the connector; nothing when it keeps its promises. */
export function faultsOf(connector: Connector, fact: Fact): readonly string[] {
  return [...textFaults(fact), ...whenFaults(connector.gives, fact), ...declarationFaults(connector, fact)];
}

function textFaults(fact: Fact): string[] {
  const faults: string[] = [];
  for (const [field, value] of Object.entries(fact)) {
    if (value === undefined) faults.push(`${field} is undefined: leave it out instead`);
    if (typeof value !== 'string') continue;
    if (value.includes('\0') || !value.isWellFormed()) faults.push(`${field} holds a character no database takes`);
    if (value.trim() === '' && MUST_SPEAK.has(field)) faults.push(`${field} is empty`);
  }
  return faults;
}

const MUST_SPEAK: ReadonlySet<string> = new Set([
  'externalId',
  'handle',
  'name',
  'displayName',
  'channel',
  'thread',
  'by',
  'message',
  'emoji',
  'email',
  'url',
  'title',
  'repliesTo',
]);

function whenFaults(gives: Gives, fact: Fact): string[] {
  const faults: string[] = [];
  if (fact.type === 'message') {
    faults.push(...faultsOfWhen(fact.when));
    if (!gives.hours && 'at' in fact.when) faults.push('an instant is given though the place gives days only');
    if (fact.editedAt !== undefined) faults.push(...faultsOfWhen({ at: fact.editedAt }));
  }
  if (fact.type === 'reaction' && fact.when !== undefined) faults.push(...faultsOfWhen(fact.when));
  if (fact.type === 'person' && fact.joined !== undefined) faults.push(...faultsOfWhen(fact.joined));
  return faults;
}

function faultsOfWhen(when: When): string[] {
  const text = 'at' in when ? when.at : when.day;
  const valid = 'at' in when ? isInstant(text) : isDay(text);
  return valid ? [] : [`${text} is neither an ISO instant in UTC nor a day`];
}

function declarationFaults(connector: Connector, fact: Fact): string[] {
  const { gives } = connector;
  switch (fact.type) {
    case 'person':
      return personFaults(connector, fact);
    case 'channel':
      return said([
        [fact.url !== undefined && !gives.originalLinks, 'a link is given though gives.originalLinks is false'],
      ]);
    case 'thread':
      return said([
        [!gives.threads, 'a thread is given though gives.threads is false'],
        [fact.url !== undefined && !gives.originalLinks, 'a link is given though gives.originalLinks is false'],
      ]);
    case 'message':
      return messageFaults(gives, fact);
    case 'reaction':
      return reactionFaults(connector, fact);
    case 'removed':
      return [];
    default:
      return fact satisfies never;
  }
}

function personFaults({ gives, collects, dependsOnExport = [] }: Connector, fact: Person): string[] {
  const isSettled = !dependsOnExport.includes('personIds');
  return said([
    [
      fact.email !== undefined && !collects.includes('email'),
      'an e-mail address is given but not declared in collects',
    ],
    [fact.role === 'staff' && !gives.staff, 'staff is told though gives.staff is false'],
    [isSettled && gives.personIds !== (fact.keyedBy === 'id'), 'keyedBy and gives.personIds disagree'],
  ]);
}

function reactionFaults({ gives, collects }: Connector, fact: Reaction): string[] {
  return said([
    [!gives.reactions || !collects.includes('reaction'), 'a reaction is given but not declared in gives and collects'],
    [(fact.by === undefined) === (fact.count === undefined), 'a reaction has either by or count'],
  ]);
}

function messageFaults(gives: Gives, fact: Message): string[] {
  return said([
    [fact.thread !== undefined && !gives.threads, 'a message has a thread though gives.threads is false'],
    [fact.repliesTo !== undefined && !gives.replies, 'repliesTo is given though gives.replies is false'],
    [fact.repliesTo === fact.externalId, 'a message answers itself'],
    [fact.language !== undefined && !/^[a-z]{2}$/.test(fact.language), 'language is no ISO 639-1 code'],
    [fact.url !== undefined && !gives.originalLinks, 'a link is given though gives.originalLinks is false'],
  ]);
}

function said(rules: readonly (readonly [boolean, string])[]): string[] {
  return rules.flatMap(([broken, words]) => (broken ? [words] : []));
}
