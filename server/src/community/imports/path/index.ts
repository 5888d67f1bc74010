export { importPath } from './service.ts';
export type { PathImport } from './service.ts';
