import { PERMISSIONS } from '#app/permissions.ts';
import type { Access } from '#kernel/actor.ts';

/** The permission table of the application, for tests of the stages below it. */
export const permissionTable: Readonly<Record<string, Access>> = PERMISSIONS;
