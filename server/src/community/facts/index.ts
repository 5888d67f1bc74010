export { deriveId, memberIdOf, rawIdOf, reactionIdOf, tombstoneMark } from './rules.ts';
export type { FactKind } from './rules.ts';
