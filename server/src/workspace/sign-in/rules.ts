import type { FunctionName } from '#kernel/actor.ts';

/** What somebody may do in the house's own settings, so that pages need not know the permission table. */
export function abilities(functions: readonly FunctionName[]) {
  const isAdmin = functions.includes('admin');
  return {
    invite: isAdmin || functions.includes('pilot'),
    changeTeam: isAdmin,
    changeWorkspace: isAdmin,
    manageKeys: isAdmin,
    readRecord: isAdmin || functions.includes('compliance'),
    exportRecord: isAdmin,
  };
}
