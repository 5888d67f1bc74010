import type { Raw } from '@passerelle/kit';
import type { Entry, Person, User } from './schema.ts';

const SLACKBOT = 'USLACKBOT';

export function nameOf(user: User): string {
  return fullNameOf(user) ?? user.name ?? user.id;
}

/** The name a member chose to be shown under, else the one he gave. */
function fullNameOf({ profile, real_name: realName }: User): string | undefined {
  return profile?.display_name ?? profile?.real_name ?? realName;
}

/** A member as the list has him, whether he ever wrote or not. */
export function userRaw(user: User, version: string): Raw {
  const name = fullNameOf(user);
  const email = user.profile?.email;
  const role = roleOf(user);
  const payload: Person = {
    handle: user.name ?? name ?? user.id,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined || !/^\S+@\S+$/.test(email) ? {} : { email }),
    ...(role === undefined ? {} : { role }),
  };
  return { kind: 'person', externalId: user.id, version: `1 ${version}`, payload };
}

function roleOf(user: User): Person['role'] {
  if (user.is_bot || user.id === SLACKBOT) return 'bot';
  return user.is_admin || user.is_owner ? 'staff' : undefined;
}

/** Who wrote: a member, or a program that writes under its own name. */
export function authorOf(entry: Entry): string | undefined {
  return entry.user ?? entry.bot_id ?? (entry.username === undefined ? undefined : `bot:${entry.username}`);
}

/** An author no list knows, from what his message says of him; any list says more. */
export function authorRaw(entry: Entry, author: string): Raw | undefined {
  const payload = entry.user === undefined ? programIn(entry) : guestIn(entry);
  return payload === undefined ? undefined : { kind: 'person', externalId: author, version: `0 ${entry.ts}`, payload };
}

function programIn({ bot_profile: profile, username, bot_id: id }: Entry): Person | undefined {
  const handle = profile?.name ?? username ?? id;
  return handle === undefined ? undefined : { handle, role: 'bot' };
}

function guestIn({ user_profile: profile }: Entry): Person | undefined {
  const name = profile?.display_name ?? profile?.real_name;
  const handle = profile?.name ?? name;
  if (handle === undefined) return undefined;
  return { handle, ...(name === undefined ? {} : { name }) };
}
