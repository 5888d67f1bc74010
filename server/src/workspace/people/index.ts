export type { Credentials, NewPerson, Person, Preferences } from './model.ts';
export {
  hasPeople,
  insertPerson,
  personByEmail,
  personById,
  setLastSpace,
  setPasswordHash,
  updatePreferences,
} from './store.ts';
