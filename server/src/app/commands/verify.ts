import { inSpace } from '#app/commands/command.ts';
import { EXIT, printJson, printLine, tell } from '#app/commands/terminal.ts';

export interface VerifyOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly rebuild?: boolean;
}

/** Computes every figure on both engines over one's own data and prints the differences. */
export function verify(options: VerifyOptions): Promise<number> {
  return inSpace(options.workspace, async (house, scope) => {
    if (options.rebuild === true) await house.cockpit.projection.rebuild(scope);
    const verification = await house.cockpit.figures.verify(scope);
    const { checked, differences, heldElsewhere } = verification;
    if (options.json === true) {
      printJson(verification);
    } else {
      for (const difference of differences) printLine(JSON.stringify(difference));
      if (heldElsewhere) tell('figure/verify_held');
      else tell('cli/verified', { compared: checked, differences: differences.length });
    }
    return differences.length === 0 && !heldElsewhere ? EXIT.done : EXIT.problems;
  });
}
