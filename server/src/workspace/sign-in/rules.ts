import type { FunctionName } from '#kernel/actor.ts';

const RAISERS: readonly FunctionName[] = ['pilot', 'host', 'moderator', 'admin'];

const MONEY_READERS: readonly FunctionName[] = ['pilot', 'sponsor', 'admin'];

/** What somebody may do in the house's own settings and on every page, so that pages need not know the permission table. */
export function abilities(functions: readonly FunctionName[]) {
  const isAdmin = functions.includes('admin');
  return {
    invite: isAdmin || functions.includes('pilot'),
    changeTeam: isAdmin,
    changeWorkspace: isAdmin,
    manageKeys: isAdmin,
    readRecord: isAdmin || functions.includes('compliance'),
    exportRecord: isAdmin,
    readValue: functions.some((one) => MONEY_READERS.includes(one)),
    raise: functions.some((one) => RAISERS.includes(one)),
  };
}
