import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import { verifyPassword } from '#workspace/passwords/index.ts';
import type { Credentials, Person } from '#workspace/people/index.ts';
import { personById } from '#workspace/people/index.ts';
import type { Tries } from '#workspace/tries/index.ts';
import { enrolmentUri, newRecoveryCode, newSecret, plainRecoveryCode, RECOVERY_CODES, stepOf } from './rules.ts';
import {
  confirmSecret,
  recoveryCodesLeft,
  removeSecret,
  setPendingSecret,
  takeRecoveryCode,
  takeStep,
} from './store.ts';

export interface TotpDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly tries: Tries;
}

type PasswordCode = 'sign-in/wrong_password' | 'sign-in/too_many';
type Enrolment = Result<
  { readonly secret: string; readonly uri: string },
  PasswordCode | 'sign-in/totp_already_exists'
>;
type Confirmation = Result<
  readonly string[],
  'sign-in/wrong_code' | 'sign-in/too_many' | 'sign-in/totp_already_exists'
>;

export type Totp = ReturnType<typeof createTotp>;

/** The second step at sign-in: codes of an authenticator application, and codes on paper for when it is lost. */
export function createTotp(deps: TotpDeps) {
  const db = deps.database.installation;
  return {
    /** A new secret, shown once; it is not asked for at sign-in before `confirm`. */
    enrol: (personId: string, password: string, address: string) => enrol(deps, personId, password, address),

    /** Turns the second step on by a first right code; answers the recovery codes, shown once. */
    confirm: (personId: string, code: string, address: string) => confirm(deps, personId, code, address),

    async remove(personId: string, password: string, address: string): Promise<Result<void, PasswordCode>> {
      const person = await proven(deps, personId, password, address);
      if (!person.ok) return person;
      await db.transaction().execute((tx) => removeSecret(tx, personId));
      return yes(undefined);
    },

    /** Turns codes off without asking: for whoever runs the installation. */
    drop: (personId: string): Promise<void> => db.transaction().execute((tx) => removeSecret(tx, personId)),

    /** Takes a code at sign-in, of the application or from paper; each is taken once. */
    async take(person: Person & Credentials, code: string): Promise<boolean> {
      const step = stepFor(deps, person, code);
      if (step !== undefined) return takeStep(db, person.id, step);
      return takeRecoveryCode(db, person.id, recoveryHash(deps, code), deps.clock.now());
    },

    codesLeft: (personId: string): Promise<number> => recoveryCodesLeft(db, personId),
  };
}

async function enrol(deps: TotpDeps, personId: string, password: string, address: string): Promise<Enrolment> {
  const person = await proven(deps, personId, password, address);
  if (!person.ok) return person;
  if (person.value.totpConfirmed) return no('sign-in/totp_already_exists');
  const secret = newSecret();
  await setPendingSecret(deps.database.installation, personId, deps.vault.seal(secret, placeOf(personId)));
  return yes({ secret, uri: enrolmentUri(secret, person.value.email) });
}

async function confirm(deps: TotpDeps, personId: string, code: string, address: string): Promise<Confirmation> {
  const { database, clock, tries } = deps;
  const allowed = await tries.take({ account: personId, address });
  if (!allowed.ok) return allowed;
  const person = await personById(database.installation, personId);
  if (person?.totpConfirmed === true) return no('sign-in/totp_already_exists');
  const step = person === undefined ? undefined : stepFor(deps, person, code);
  if (step === undefined || !(await takeStep(database.installation, personId, step))) return no('sign-in/wrong_code');
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = codes.map((one) => recoveryHash(deps, one));
  await database.installation.transaction().execute((tx) => confirmSecret(tx, personId, clock.now(), hashes));
  await tries.forgive({ account: personId, address });
  return yes(codes);
}

/** The person, once his password is right. */
async function proven(
  { database, tries }: TotpDeps,
  personId: string,
  password: string,
  address: string,
): Promise<Result<Person & Credentials, PasswordCode>> {
  const allowed = await tries.take({ account: personId, address });
  if (!allowed.ok) return allowed;
  const person = await personById(database.installation, personId);
  const isRight = await verifyPassword(password, person?.passwordHash);
  if (person === undefined || !isRight) return no('sign-in/wrong_password');
  await tries.forgive({ account: personId, address });
  return yes(person);
}

/** The step a code of the application belongs to, if it is right now. */
function stepFor({ vault, clock }: TotpDeps, person: Person & Credentials, code: string): number | undefined {
  const secret = person.totpSecret === undefined ? undefined : vault.unseal(person.totpSecret, placeOf(person.id));
  return secret === undefined ? undefined : stepOf(secret, code, clock.now());
}

function placeOf(personId: string): string {
  return `person/${personId}/totp`;
}

function recoveryHash({ vault }: TotpDeps, code: string): Buffer {
  return vault.mark('recovery code', plainRecoveryCode(code));
}
