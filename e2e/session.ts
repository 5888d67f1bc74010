import type { SessionView } from '#workspace/sign-in/wire.ts';

const CAN = {
  invite: true,
  changeTeam: true,
  changeWorkspace: true,
  manageKeys: true,
  raise: true,
  setCourse: true,
  giveMandates: true,
  writeInsights: true,
  logActions: true,
  readValue: true,
  readRecord: true,
  exportRecord: true,
};
const SPACE = { zone: 'Europe/Paris', language: 'fr', isDemo: false, can: CAN } as const;
/** Nobody is signed in. */
export const STRANGER = { workspaces: [], csrf: '', firstRun: false } satisfies SessionView;

/** A made-up pilot of two workspaces. */
export const SESSION = {
  ...STRANGER,
  person: {
    id: 'p1',
    name: 'Inès Caradec',
    email: 'ines@exemple.fr',
    language: 'fr',
    theme: 'system',
    shortcuts: true,
    hasPassword: true,
    can: { openWorkspace: true },
  },
  workspaces: [
    { ...SPACE, id: 'w1', slug: 'tarente', name: 'Tarente', colleagueId: 'c1', functions: ['pilot', 'host'] },
    { ...SPACE, id: 'w2', slug: 'atelier', name: 'Atelier Nord', colleagueId: 'c2', functions: ['sponsor'] },
  ],
  csrf: 'c1',
} satisfies SessionView;
