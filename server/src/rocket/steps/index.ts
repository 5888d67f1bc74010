export { pathOf } from './rules.ts';
export { pathFacts } from './views.ts';
export { PathView } from './wire.ts';
