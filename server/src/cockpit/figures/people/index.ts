import type { Figure } from '#cockpit/figures/index.ts';
import {
  ACTIVE_MEMBERS,
  LOST_REGULARS,
  NET_ACTIVE_CHANGE,
  NEW_CONTRIBUTORS,
  REACTORS,
  REACTIVATED,
  TOP1_SHARE,
} from './model.ts';
import { countLost, countPersons, countReactors, netChange, shareOfTop } from './rules.ts';

/** Who contributes, who comes and goes, and how much rests on few. */
export const PEOPLE_FIGURES: readonly Figure[] = [
  { ...ACTIVE_MEMBERS, finish: countPersons },
  { ...REACTORS, finish: countReactors },
  { ...NEW_CONTRIBUTORS, finish: countPersons },
  { ...NET_ACTIVE_CHANGE, finish: netChange },
  { ...LOST_REGULARS, finish: countLost },
  { ...REACTIVATED, finish: countPersons },
  { ...TOP1_SHARE, finish: shareOfTop },
];
