import { resolve } from 'node:path';
import { systemClock } from '#platform/clock/index.ts';
import { writeBackup } from '#platform/backup/index.ts';
import { inHouse } from '#app/commands/command.ts';
import { EXIT, tell } from '#app/commands/terminal.ts';

/** Writes everything into one file. */
export function backup(file: string): Promise<number> {
  return inHouse(async ({ house }) => {
    const path = resolve(file);
    const manifest = await writeBackup(path, {
      pool: house.database.ownerPool,
      clock: systemClock,
      secretMark: house.secretMark,
      onTable: (table, rows) => tell('cli/backup_table', { table, rows }),
    });
    tell('cli/backup_done', { file: path, rows: manifest.parts.reduce((sum, part) => sum + part.rows, 0) });
    return EXIT.done;
  });
}
