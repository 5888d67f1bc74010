import { EXIT, inHouse, tell, tellRefusal } from '#app/commands/command.ts';
import { workspaceOf } from '#app/commands/where.ts';

export interface VerifyOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly rebuild?: boolean;
}

/** Computes every figure on both engines over one's own data, and checks the chain of the record. */
export function verify(options: VerifyOptions): Promise<number> {
  return inHouse(async ({ house }) => {
    const scope = await workspaceOf(house, options.workspace);
    if (!scope.ok) return tellRefusal(scope.refusal);
    if (options.rebuild === true) await house.cockpit.projection.rebuild(scope.value);
    const verification = await house.cockpit.figures.verify(scope.value);
    if (options.json === true) process.stdout.write(`${JSON.stringify(verification)}\n`);
    const { checked, differences } = verification;
    tell('cli/verified', { compared: checked, differences: differences.length });
    return differences.length === 0 ? EXIT.done : EXIT.problems;
  });
}
