import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, safeHtml } from './index.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">clic</a>',
  '<a href=" java\nscript:alert(1)">clic</a>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<p style="background:url(https://example.invalid/x)">mot</p>',
  '<iframe src="https://example.invalid"></iframe>',
  '<object data="data:text/html,x"></object>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '[clic](javascript:alert(1))',
  '![suivi](https://example.invalid/pixel.png)',
];

/** What must never come out, whatever came in. */
function isHarmless(html: string): boolean {
  return (
    !/<(?!\/?(?:p|br|hr|b|strong|i|em|u|s|del|ins|sub|sup|small|span|a|ul|ol|li|blockquote|cite|q|code|pre|kbd|h[4-6]|table|thead|tbody|tr|th|td|dl|dt|dd|aside|details|summary)[\s/>])[a-z]/i.test(
      html,
    ) &&
    !/<[^>]*\s(?:on\w+|style|src)\s*=/i.test(html) &&
    [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/gi)].every(([, href = '']) => /^(?:https?:\/\/|mailto:)/i.test(href))
  );
}

test.each(ATTACKS)('what is hostile in %s does not come out', (attack) => {
  for (const format of ['html', 'markdown', 'plain'] as const) expect(safeHtml(attack, format)).toSatisfy(isHarmless);
});

test('any mixture of fragments comes out harmless, and cleaning twice loses no word', () => {
  const piece = fc.oneof(
    fc.constantFrom(...ATTACKS, '<p>', '</p>', '<b', '">', "'", '<!--', '-->', '&lt;', '<![CDATA['),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('html', 'markdown', 'plain'), (pieces, format) => {
      const once = safeHtml(pieces.join(''), format);
      const twice = safeHtml(once, 'html');
      return isHarmless(once) && isHarmless(twice) && plainText(twice, 'html') === plainText(once, 'html');
    }),
    { numRuns: 1_500 },
  );
});

test('pictures become links, first headings are lowered, lines of plain text stay', () => {
  expect(safeHtml('<img src="https://example.invalid/a.png" alt="la pompe">', 'html')).toBe(
    '<a href="https://example.invalid/a.png" rel="noopener noreferrer nofollow ugc" target="_blank">la pompe</a>',
  );
  expect(safeHtml('<img src="https://example.invalid/s.gif" alt=":)">', 'html')).toBe('<span>:)</span>');
  expect(safeHtml('<h1>Titre</h1>', 'html')).toBe('<h4>Titre</h4>');
  expect(safeHtml('un\ndeux <trois>', 'plain')).toBe('<p>un<br />deux &lt;trois&gt;</p>');
});

test('plain words of a message are its words only', () => {
  expect(plainText('<p>Bonjour&nbsp;à</p><p>tous &amp; toutes</p>', 'html')).toBe('Bonjour à tous & toutes');
  expect(plainText('<p>Bonjour<p>à <b>t</b>ous</p></p>', 'html')).toBe('Bonjour à tous');
  expect(plainText('> **Prix** de la [pompe](https://example.invalid/p) : `12`', 'markdown')).toBe(
    'Prix de la pompe : 12',
  );
});
