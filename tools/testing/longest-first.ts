import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** The files that take longest, the longest first; a line too many or too few costs seconds and no test. */
const LONG = [
  'e2e/pages.e2e.ts',
  'e2e/list.e2e.ts',
  'e2e/boucle.e2e.ts',
  'e2e/ui.e2e.ts',
  'e2e/premiers-pas.e2e.ts',
  'e2e/health.e2e.ts',
  'server/src/app/walls.test.ts',
  'server/src/app/cli.test.ts',
  'server/src/app/real-communities.test.ts',
  'server/src/community/imports/kills.test.ts',
  'server/src/platform/projection/changes.test.ts',
  'server/src/platform/projection/damage.test.ts',
];

/**
 * Begins with what takes longest, so that no worker is left alone with it at the end. Vitest knows how long files took
 * only where they ran before: in a fresh clone it goes by their size, and the longest walks are spread over small files.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((path) => moduleId.endsWith(`/${path}`));
      return place < 0 ? LONG.length : place;
    };
    return rest.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
