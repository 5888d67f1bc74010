import type { Rule } from './eslint.ts';
import { noClock } from './no-clock.ts';
import { noRelativeDoor } from './no-relative-door.ts';
import { noUrlPathname } from './no-url-pathname.ts';
import { scope } from './scope.ts';
import { stages } from './stages.ts';

const rules: Readonly<Record<string, Rule>> = {
  stages,
  scope,
  'no-clock': noClock,
  'no-relative-door': noRelativeDoor,
  'no-url-pathname': noUrlPathname,
};

/** The linter asks for a default export. */
export default { meta: { name: 'house' }, rules };
