import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from './grammar.ts';
import { createRandom } from './random.ts';

describe('chance', () => {
  it('is the same for the same label, whatever else was drawn', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (label, draws) => {
        const random = createRandom(label);
        for (let nth = 0; nth < draws; nth++) random.next();
        expect(random.fork('part').next()).toBe(createRandom(label).fork('part').next());
      }),
    );
  });

  it('has the means it promises', () => {
    const random = createRandom('means');
    const mean = (draw: () => number) =>
      Array.from({ length: 20_000 }, draw).reduce((sum, value) => sum + value, 0) / 20_000;
    expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
    expect(mean(() => random.poisson(2.5))).toBeCloseTo(2.5, 1);
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.between(1, 3))).toBeCloseTo(2, 1);
  });

  it('never takes what weighs nothing', () => {
    const random = createRandom('weights');
    expect(
      Array.from({ length: 200 }, () => random.weighted(['a', 'b'], (item) => (item === 'a' ? 0 : 1))),
    ).not.toContain('a');
    expect(random.weighted(['a'], () => 0)).toBeUndefined();
  });
});

describe('saying a phrase', () => {
  const slot = (name: string) => (name === 'ville' ? 'Corvelle' : undefined);

  it('chooses, fills and puts capitals', () => {
    const random = createRandom('say');
    expect(say(random, '{à|à} <ville>. [tu vois|vous voyez] ?', { formal: true, slot })).toBe(
      'À Corvelle. Vous voyez ?',
    );
    expect(say(random, '{|} [tu vois|vous voyez] ?', { formal: false, slot })).toBe('Tu vois ?');
  });

  it('fails on a slot nobody knows', () => {
    expect(() => say(createRandom('x'), '<vile>', { formal: false, slot })).toThrow('nobody knows <vile>');
  });
});
