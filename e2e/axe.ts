import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { View } from './screens.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against WCAG 2.2 A and AA and the good practices, one line each; an empty list is what we want.
 * `within` looks at one part only. A menu hangs over the page, outside of its landmarks: that is no fault there.
 * The source is evaluated rather than added as a script: the content security policy would refuse that.
 */
export function accessibilityFaults(page: Page, within?: string): Promise<readonly string[]> {
  return faultsWith(page, within, {
    resultTypes: ['violations'],
    rules: { region: { enabled: within === undefined } },
  });
}

/** A page seen in one view after the other is looked at wholly at the desk in light, then for what each other view changes. */
export function viewFaults(page: Page, { theme = 'light', screen }: View): Promise<readonly string[]> {
  if (theme === 'dark') return colourFaults(page);
  return screen?.name === 'phone' ? widthFaults(page) : accessibilityFaults(page);
}

/** The same for colours alone: all that the other theme changes in a page that was looked at wholly. */
export function colourFaults(page: Page): Promise<readonly string[]> {
  return faultsWith(page, undefined, {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  });
}

/** The same for what another width changes in a page that was looked at wholly: what is shown, hidden, small or scrolls. */
export function widthFaults(page: Page): Promise<readonly string[]> {
  const values = [
    'target-size',
    'scrollable-region-focusable',
    'aria-hidden-focus',
    'button-name',
    'link-name',
    'label',
  ];
  return faultsWith(page, undefined, { resultTypes: ['violations'], runOnly: { type: 'rule', values } });
}

async function faultsWith(page: Page, within: string | undefined, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  // What axe would fetch beforehand (style sheets, sounds) is for rules that are not asked.
  const quick = { preload: false, ...options };
  const results = await page.evaluate(
    async ([part, asked]) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: Document | string, options: RunOptions) => Promise<AxeResults> };
      };
      return axe.run(part ?? document, asked);
    },
    [within, quick] as const,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** How many pixels the page is wider than the window; 0 is what we want. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
