import { createInterface } from 'node:readline/promises';
import { EXIT, inHouse, tell, tellRefusal } from '#app/commands/command.ts';

/** Gives somebody a new password, for whoever runs the installation: codes off, every device signed out. */
export function givePassword(email: string): Promise<number> {
  return inHouse(async ({ house }) => {
    const asking = createInterface({ input: process.stdin, output: process.stderr });
    const password = await asking.question('> ');
    asking.close();
    const given = await house.workspace.signIn.rescue(email, password.trim());
    if (!given.ok) return tellRefusal(given.refusal);
    tell('cli/password_given', { email });
    return EXIT.done;
  });
}
