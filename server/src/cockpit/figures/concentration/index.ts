import type { Figure } from '#cockpit/figures/index.ts';
import { ABSENCE_FACTOR, ELEPHANT_FACTOR, GINI } from './model.ts';
import { absence, absenceOfOrganisations, curveOf, inequality } from './rules.ts';

/** On how many what is written rests. */
export const CONCENTRATION_FIGURES: readonly Figure[] = [
  { ...ABSENCE_FACTOR, finish: absence, detail: curveDetail(ABSENCE_FACTOR, 'persons') },
  { ...ELEPHANT_FACTOR, finish: absenceOfOrganisations, detail: curveDetail(ELEPHANT_FACTOR, 'organisations') },
  { ...GINI, finish: inequality, detail: curveDetail(GINI, 'persons') },
];

/** The curve comes out of the very rows the figure is made of. */
function curveDetail(
  { reads, steps, select }: Pick<Figure, 'reads' | 'steps' | 'select'>,
  of: 'persons' | 'organisations',
): NonNullable<Figure['detail']> {
  return {
    questions: [{ reads, select, ...(steps === undefined ? {} : { steps }) }],
    shape: ([rows = []]) => {
      const curve = curveOf(
        rows.filter((row) => row['w'] === 0),
        of,
      );
      return curve.acts === 0 ? undefined : curve;
    },
  };
}
