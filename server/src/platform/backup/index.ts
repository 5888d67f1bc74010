export { checkBackup, restoreBackup } from './read.ts';
export type { BackupRefusal } from './read.ts';
export { writeBackup } from './write.ts';
export type { Manifest } from './manifest.ts';
