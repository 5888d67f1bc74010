import { resolve } from 'node:path';
import { checkBackup, restoreBackup } from '#platform/backup/index.ts';
import { inHouse } from '#app/commands/command.ts';
import { EXIT, tell, tellRefusal } from '#app/commands/terminal.ts';

/** Checks a backup wholly, then puts it into this empty installation. */
export function restore(file: string): Promise<number> {
  return inHouse(async ({ house }) => {
    const path = resolve(file);
    tell('cli/restore_checking', { file: path });
    const checked = await checkBackup(path, house.secretMark);
    if (!checked.ok) return tellRefusal(checked.refusal);
    const restored = await restoreBackup(path, checked.value, house.database.ownerPool);
    if (!restored.ok) return tellRefusal(restored.refusal);
    const erased = await house.eraseAgain();
    tell('cli/restore_done', { rows: checked.value.parts.reduce((sum, part) => sum + part.rows, 0), erased });
    return EXIT.done;
  });
}
