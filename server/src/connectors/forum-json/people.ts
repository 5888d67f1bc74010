import { isNews, winnerOf } from '@passerelle/kit';
import type { ImportState, Raw } from '@passerelle/kit';
import { plain } from './plain.ts';

const MENTION = /tid_user_(\d{1,20})[^<>]{0,120}>([^<>]{1,100})</g;
const MOST_AUTHORS = 500_000;
const MOST_NAMES = 100_000;

interface People {
  readonly authors: Set<string>;
  /** Pseudonyms of members who have not written yet in what was read. */
  readonly names: Map<string, Raw>;
}

/**
 * The members a message makes known: its author, and the pseudonyms its mentions give. The export names nobody by
 * himself; a pseudonym is kept only for members who wrote, so that being spoken of makes nobody a member.
 */
export function peopleOf(author: string, day: string, content: string, state: ImportState): Raw[] {
  const people = peopleIn(state);
  const told: Raw[] = [{ kind: 'person', externalId: author, version: '', payload: {} }];
  // Beyond that many authors the first ones may stay without pseudonym.
  if (people.authors.size >= MOST_AUTHORS) people.authors.clear();
  people.authors.add(author);
  const waiting = people.names.get(author);
  if (waiting !== undefined) told.push(waiting);
  people.names.delete(author);
  for (const named of mentions(content, day)) {
    if (people.authors.has(named.externalId)) told.push(named);
    else wait(people.names, named);
  }
  return told.filter((raw) => isNews(state, raw));
}

function mentions(content: string, day: string): Raw[] {
  if (!content.includes('tid_user_')) return [];
  return [...content.matchAll(MENTION)].flatMap(([, id = '', name = '']) => {
    const pseudonym = plain(name);
    return pseudonym === '' ? [] : [{ kind: 'person', externalId: id, version: day, payload: { pseudonym } }];
  });
}

function wait(names: Map<string, Raw>, named: Raw): void {
  const known = names.get(named.externalId);
  if (known === undefined && names.size >= MOST_NAMES) return;
  names.set(named.externalId, known === undefined ? named : winnerOf(known, named));
}

function peopleIn(state: ImportState): People {
  const found = state.get('people');
  if (found !== undefined) return found as People;
  const made: People = { authors: new Set(), names: new Map() };
  state.set('people', made);
  return made;
}
