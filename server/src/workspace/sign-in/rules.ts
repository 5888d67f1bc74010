import type { FunctionName } from '#kernel/actor.ts';

const RAISERS: readonly FunctionName[] = ['pilot', 'host', 'moderator', 'admin'];
const COURSE_SETTERS: readonly FunctionName[] = ['pilot', 'admin'];
const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];
const ACTORS: readonly FunctionName[] = ['pilot', 'host', 'moderator'];

const MONEY_READERS: readonly FunctionName[] = ['pilot', 'sponsor', 'admin'];

/** What somebody may do in the house's own settings and on every page, so that pages need not know the permission table. */
export function abilities(functions: readonly FunctionName[]) {
  const isAdmin = functions.includes('admin');
  const hasOneOf = (able: readonly FunctionName[]): boolean => functions.some((one) => able.includes(one));
  return {
    invite: isAdmin || functions.includes('pilot'),
    changeTeam: isAdmin,
    changeWorkspace: isAdmin,
    manageKeys: isAdmin,
    readRecord: isAdmin || functions.includes('compliance'),
    exportRecord: isAdmin,
    readValue: hasOneOf(MONEY_READERS),
    raise: hasOneOf(RAISERS),
    setCourse: hasOneOf(COURSE_SETTERS),
    giveMandates: functions.includes('pilot'),
    writeInsights: hasOneOf(WRITERS),
    logActions: hasOneOf(ACTORS),
  };
}
