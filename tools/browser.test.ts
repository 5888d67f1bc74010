import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

test('a browser is found and opens a page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: 'fr-FR' });
    await page.setContent('<h1>Passerelle</h1>');
    expect(await page.locator('h1').textContent()).toBe('Passerelle');
    expect(await page.evaluate(() => navigator.language)).toBe('fr-FR');
  } finally {
    await browser.close();
  }
});
