import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against WCAG 2.2 A and AA and the good practices, one line each; an empty list is what we want.
 * `within` looks at one part only. A menu hangs over the page, outside of its landmarks: that is no fault there.
 * The source is evaluated rather than added as a script: the content security policy would refuse that.
 */
export async function accessibilityFaults(page: Page, within?: string): Promise<readonly string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(async (part) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: Document | string, options: RunOptions) => Promise<AxeResults> };
    };
    return axe.run(part ?? document, {
      resultTypes: ['violations'],
      rules: { region: { enabled: part === undefined } },
    });
  }, within);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** How many pixels the page is wider than the window; 0 is what we want. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
