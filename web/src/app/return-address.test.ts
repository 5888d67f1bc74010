import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnAddress, signInAddress } from './return-address.ts';

test('sign-in knows where to come back to', () => {
  expect(signInAddress('/tarente/members?place=forum')).toBe('/sign-in?return=%2Ftarente%2Fmembers%3Fplace%3Dforum');
  expect(signInAddress('/')).toBe('/sign-in');
});

test('an address of this house is kept whole', () => {
  expect(returnAddress('/tarente/members?place=forum#end')).toBe('/tarente/members?place=forum#end');
});

test.each([
  undefined,
  '',
  'members',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n//elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
])('%j leads home', (asked) => {
  expect(returnAddress(asked)).toBe('/');
});

test('whatever is asked, one stays in this house', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '@',
    ':',
    '?',
    '#',
    'a',
    'http:',
    'javascript:',
    '%2f',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const kept = new URL(returnAddress(pieces.join('')), 'https://house.example');
      return kept.origin === 'https://house.example';
    }),
  );
});
