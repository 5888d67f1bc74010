import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

/** Every setting, by environment. `<NAME>_FILE` gives the path of a file holding the value, for secrets. */
const Settings = z.object({
  PASSERELLE_DATA: z.string().default('data'),
  PASSERELLE_HOST: z.string().default('127.0.0.1'),
  PASSERELLE_PORT: z.coerce.number().int().min(1).max(65_535).default(4180),
  PASSERELLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PASSERELLE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PASSERELLE_SECRET: z.string().min(32).optional(),
  PASSERELLE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  PASSERELLE_METRICS_TOKEN: z.string().min(16).optional(),
  PASSERELLE_OIDC_ISSUER: z.url().optional(),
  PASSERELLE_OIDC_CLIENT_ID: z.string().optional(),
  PASSERELLE_OIDC_CLIENT_SECRET: z.string().optional(),
  PASSERELLE_OIDC_NAME: z.string().max(60).optional(),
  PASSERELLE_OUTBOUND_ALLOW: z.string().optional(),
  PASSERELLE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  PASSERELLE_MAIL_FROM: z
    .string()
    .max(254)
    .regex(/^[^@\r\n]+@[^@\s]+$/)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
});

type SettingName = keyof z.output<typeof Settings>;

export interface Config {
  readonly dataFolder: string;
  readonly host: string;
  /** The port was asked for by name: taken is an error then, not a reason to take the next one. */
  readonly portIsFixed: boolean;
  readonly port: number;
  /** Where people reach it from outside; absent: the address it listens on. */
  readonly publicUrl: string | undefined;
  readonly logLevel: z.output<typeof Settings>['PASSERELLE_LOG'];
  readonly secret: string | undefined;
  readonly trustedProxies: number;
  readonly metricsToken: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string }
    | undefined;
  /** Hosts inside the house that outgoing calls may reach, as host or host:port. */
  readonly outboundAllow: readonly string[];
  /** By what server letters leave, and whom they are from; absent: none leave. Both settings are needed. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** One of the two settings of mail is there and the other is not. */
  readonly mailIsHalfSet: boolean;
}

const SECRET: ReadonlySet<SettingName> = new Set([
  'PASSERELLE_SECRET',
  'PASSERELLE_METRICS_TOKEN',
  'PASSERELLE_OIDC_CLIENT_SECRET',
  'PASSERELLE_SMTP_URL',
  'DATABASE_URL',
]);

/** Reads the environment; a value that does not fit is a refusal that names it, never a silent default. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, 'config/bad_setting'> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(Settings.shape)) {
    const value = settingOf(environment, name);
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = Settings.safeParse(values);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => String(issue.path[0])).join(', ');
    return no('config/bad_setting', { names });
  }
  return yes(toConfig(parsed.data, environment));
}

function settingOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  return file === undefined ? environment[name] : readFileSync(file, 'utf8').trim();
}

function toConfig(settings: z.output<typeof Settings>, environment: NodeJS.ProcessEnv): Config {
  return {
    dataFolder: resolve(settings.PASSERELLE_DATA),
    host: settings.PASSERELLE_HOST,
    port: settings.PASSERELLE_PORT,
    portIsFixed: environment['PASSERELLE_PORT'] !== undefined,
    publicUrl: settings.PASSERELLE_URL?.replace(/\/$/, ''),
    logLevel: settings.PASSERELLE_LOG,
    secret: settings.PASSERELLE_SECRET,
    trustedProxies: settings.PASSERELLE_TRUSTED_PROXIES,
    metricsToken: settings.PASSERELLE_METRICS_TOKEN,
    databaseUrl: settings.DATABASE_URL,
    oidc: oidcOf(settings),
    outboundAllow: (settings.PASSERELLE_OUTBOUND_ALLOW ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
    ...mailOf(settings),
  };
}

function mailOf(settings: z.output<typeof Settings>): Pick<Config, 'mail' | 'mailIsHalfSet'> {
  const { PASSERELLE_SMTP_URL: url, PASSERELLE_MAIL_FROM: from } = settings;
  if (url !== undefined && from !== undefined) return { mail: { url, from }, mailIsHalfSet: false };
  return { mail: undefined, mailIsHalfSet: url !== undefined || from !== undefined };
}

function oidcOf(settings: z.output<typeof Settings>): Config['oidc'] {
  const { PASSERELLE_OIDC_ISSUER: issuer, PASSERELLE_OIDC_CLIENT_ID: clientId } = settings;
  const clientSecret = settings.PASSERELLE_OIDC_CLIENT_SECRET;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: settings.PASSERELLE_OIDC_NAME ?? new URL(issuer).host };
}

/** A setting as it is in force. */
export interface Setting {
  readonly name: string;
  /** Undefined where nothing is set and nothing is assumed; of a secret, never the secret. */
  readonly value: string | undefined;
  readonly from: 'environment' | 'file' | 'default' | 'nowhere';
  readonly isSecret: boolean;
}

/** The settings in force for `passerelle config`, secrets hidden. */
export function describeConfig(environment: NodeJS.ProcessEnv): readonly Setting[] {
  const assumed: Readonly<Record<string, string | number | undefined>> = Settings.parse({});
  return (Object.keys(Settings.shape) as SettingName[]).map((name) => {
    const isSecret = SECRET.has(name);
    const given = settingOf(environment, name);
    if (given !== undefined && given !== '') {
      const from = environment[`${name}_FILE`] === undefined ? 'environment' : 'file';
      return { name, value: isSecret ? '•••' : given, from, isSecret };
    }
    const value = assumed[name];
    if (value === undefined) return { name, value: undefined, from: 'nowhere', isSecret };
    return { name, value: String(value), from: 'default', isSecret };
  });
}
