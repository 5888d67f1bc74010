import { z } from 'zod';
import { FUNCTIONS } from '#kernel/actor.ts';
import { Email, Language, Password, PersonName, Token } from '#workspace/people/wire.ts';
import { SpaceView } from '#workspace/spaces/wire.ts';

const Ability = z.boolean();

/** A workspace of the signed-in person. */
export const SessionSpace = SpaceView.extend({
  colleagueId: z.string(),
  functions: z.array(z.enum(FUNCTIONS)),
  title: z.string().optional(),
  can: z.object({
    invite: Ability,
    changeTeam: Ability,
    changeWorkspace: Ability,
    manageKeys: Ability,
    readRecord: Ability,
    exportRecord: Ability,
    /** Read what the community brings in and costs. */
    readValue: Ability,
    /** Send up what members say. */
    raise: Ability,
    /** Write objectives. */
    setCourse: Ability,
    /** Write mandates and give them. */
    giveMandates: Ability,
    writeInsights: Ability,
    /** Write down by hand what the field did. */
    logActions: Ability,
  }),
});
export type SessionSpace = z.output<typeof SessionSpace>;

/** Who is looking, where he may go. Everything about the person is absent for a stranger. */
export const SessionView = z.object({
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      language: Language,
      theme: z.enum(['system', 'light', 'dark']),
      shortcuts: z.boolean(),
      hasPassword: z.boolean(),
      /** Codes are asked for at sign-in; how many recovery codes are left. */
      codes: z.object({ recoveryCodesLeft: z.number() }).optional(),
      can: z.object({ openWorkspace: Ability }),
    })
    .optional(),
  /** By name; the one of the last visit is `lastSlug`. */
  workspaces: z.array(SessionSpace),
  lastSlug: z.string().optional(),
  /** Goes back as `X-Passerelle-Csrf` with every change; empty for a stranger. */
  csrf: z.string(),
  /** Present when people may sign in by OpenID Connect, with the name to write on the button. */
  oidc: z.object({ name: z.string() }).optional(),
  /** Nobody can sign in yet: the address printed at the start leads to the welcome page. */
  firstRun: z.boolean(),
});
export type SessionView = z.output<typeof SessionView>;

export const SignInForm = z.strictObject({
  email: Email,
  password: Password,
  code: z.string().trim().min(6).max(16).optional(),
});
export type SignInForm = z.output<typeof SignInForm>;

export const WelcomeForm = z.strictObject({
  token: Token,
  name: PersonName,
  email: Email,
  password: Password,
  language: Language,
  workspaceName: z.string().trim().min(1).max(120),
  /** IANA, as the browser knows it. */
  zone: z.string().max(64),
});
export type WelcomeForm = z.output<typeof WelcomeForm>;

/** `current` is left out by somebody who has no password yet. */
export const ChangePassword = z.strictObject({ current: Password.optional(), next: Password });
export type ChangePassword = z.output<typeof ChangePassword>;

/** Absent: left as it is. */
export const ChangeMe = z.strictObject({
  name: PersonName.optional(),
  language: Language.optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  shortcuts: z.boolean().optional(),
});
export type ChangeMe = z.output<typeof ChangeMe>;
