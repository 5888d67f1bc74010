import { text } from 'node:stream/consumers';
import { isCancel, password as askHidden } from '@clack/prompts';
import { z } from 'zod';
import type { Language } from '#kernel/language.ts';
import { systemClock } from '#platform/clock/index.ts';
import { say } from '#platform/i18n/index.ts';
import { createSessions } from '#workspace/sessions/index.ts';
import type { House } from '#app/house.ts';
import { askFor } from '#app/commands/asking.ts';
import { inHouse } from '#app/commands/command.ts';
import { EXIT, printJson, tell, tellRefusal, terminalLanguage } from '#app/commands/terminal.ts';

export interface FirstUser {
  readonly name: string;
  readonly workspaceName: string;
  readonly zone?: string;
  readonly language?: Language;
  readonly json?: boolean;
}

const Welcomed = z.object({
  person: z.object({ id: z.string(), email: z.string() }),
  workspaces: z.tuple([z.object({ slug: z.string(), name: z.string(), zone: z.string() })]),
});

/** Makes the first admin and the first workspace of an installation nobody has signed in to, without a browser. */
export async function addUser(email: string, options: FirstUser): Promise<number> {
  const password = await passwordFromInput();
  return inHouse(async ({ house }) => {
    const token = await house.workspace.signIn.firstAdminToken();
    if (token === undefined) return tellRefusal({ code: 'cli/has_people' });
    const { name, workspaceName, language = terminalLanguage(), zone = zoneHere() } = options;
    const body = { token, name, email, password, language, workspaceName, zone };
    const welcomed = await askFor(house, undefined, 'POST /api/v1/welcome', Welcomed, { body });
    if (!welcomed.ok) return tellRefusal(welcomed.refusal);
    const { person, workspaces } = welcomed.value.shown;
    await endSessions(house, person.id);
    const [space] = workspaces;
    if (options.json === true) printJson({ person, workspace: space });
    else tell('cli/user_added', { email: person.email, workspace: space.name, slug: space.slug, zone: space.zone });
    return EXIT.done;
  });
}

/** Gives somebody a new password, for whoever runs the installation: codes off, every device signed out. */
export async function givePassword(email: string): Promise<number> {
  const password = await passwordFromInput();
  return inHouse(async ({ house }) => {
    const given = await house.workspace.signIn.rescue(email, password);
    if (!given.ok) return tellRefusal(given.refusal);
    tell('cli/password_given', { email });
    return EXIT.done;
  });
}

/** The welcome signs a browser in; there is none here, so nobody shall hold that session. */
async function endSessions({ database, vault }: House, personId: string): Promise<void> {
  await createSessions({ database, clock: systemClock, vault, isSecure: false }).endOthers(personId, undefined);
}

function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The first line of standard input; typed in a terminal, it stays hidden. Asked before anything is opened. */
async function passwordFromInput(): Promise<string> {
  if (process.stdin.isTTY) {
    const message = say(terminalLanguage(), 'cli/password_asked');
    const typed = await askHidden({ message, output: process.stderr });
    return isCancel(typed) ? '' : typed.trim();
  }
  return ((await text(process.stdin)).split('\n')[0] ?? '').trim();
}
