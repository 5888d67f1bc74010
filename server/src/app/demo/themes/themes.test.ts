import { describe, expect, it } from 'vitest';
import { SEEKS, fits, said } from './model.ts';
import { themes } from './index.ts';

describe('the themes', () => {
  const matters = themes.flatMap(({ id, matters: { fr, en } }) => [...fr, ...en].map((matter) => ({ id, matter })));

  it('have enough distinct phrases in both languages', () => {
    const phrases = (language: 'fr' | 'en') =>
      new Set(
        themes
          .flatMap((theme) => theme.matters[language])
          .flatMap((matter) =>
            Object.values(matter)
              .flat()
              .map(({ text }) => text),
          ),
      );
    expect(phrases('fr').size).toBeGreaterThan(400);
    expect(phrases('en').size).toBeGreaterThan(150);
  });

  it('have a title, several pieces of advice and a remedy for every problem', () => {
    for (const { id, matter } of matters) {
      for (const problem of matter.problems) {
        const fitting = (phrases: typeof matter.titles) => phrases.filter((phrase) => fits(phrase, problem)).length;
        expect([id, problem.text, fitting(matter.titles) > 0, fitting(matter.advice) > 2]).toEqual([
          id,
          problem.text,
          true,
          true,
        ]);
      }
    }
  });

  it('mark nothing that no problem bears, and no ending that no advice leads to', () => {
    for (const { id, matter } of matters) {
      const known = new Set(matter.problems.flatMap(({ about }) => about));
      const { titles, asks, advice, staff, outcomes } = matter;
      const strangers = [titles, asks, advice, staff, outcomes]
        .flat()
        .flatMap(({ about }) => about.filter((mark) => !known.has(mark)));
      const cures = new Set([...advice, ...staff].map(({ cure }) => cure));
      expect([id, strangers, outcomes.filter(({ cure }) => !cures.has(cure) && cure !== undefined)]).toEqual([
        id,
        [],
        [],
      ]);
    }
  });

  it('answer every question that is put back', () => {
    for (const { matter } of matters) expect(matter.asks.filter(({ answer }) => answer === undefined)).toEqual([]);
  });

  it('are written as marks, words and answer', () => {
    expect(said('(chain ask =oil) Et là ? => Rien.')).toEqual([
      { text: 'Et là ?', about: ['chain', SEEKS], cure: 'oil', answer: 'Rien.' },
    ]);
    expect(said('\n  Bonjour\n')).toEqual([{ text: 'Bonjour', about: [] }]);
  });
});
