import { describe, expect, it } from 'vitest';
import { languageDetector } from './index.ts';

const languageOf = await languageDetector();

describe('the language of a message', () => {
  it.each([
    ['Bonjour à tous, je voudrais savoir comment importer mon archive dans cet outil', 'fr'],
    ['Je l’ai essayé hier soir : c’est parfait pour mes besoins, merci beaucoup !', 'fr'],
    ['I would like to know how the import works when the file is cut short', 'en'],
    ['Ich würde gerne wissen, wie man eine Datei in dieses Programm einlesen kann', 'de'],
    ['Me gustaría saber cómo se puede importar un archivo en esta herramienta', 'es'],
    ['Подскажите пожалуйста, как загрузить файл в эту программу', 'ru'],
  ])('%s', (text, language) => {
    expect(languageOf(text, undefined)).toBe(language);
  });

  it('is that of the place for short messages, and unknown where the place says nothing', () => {
    expect(languageOf('ok merci', 'fr')).toBe('fr');
    expect(languageOf('ok', 'en')).toBe('en');
    expect(languageOf('ok', undefined)).toBe('und');
    expect(languageOf('12:30 — 100 % 😀😀😀😀😀😀😀😀😀😀😀😀', 'fr')).toBe('fr');
  });

  it('does not listen to code, links and mentions', () => {
    const code =
      'Voilà ce que j’obtiens avec votre réglage, une idée ? ```the quick brown fox and you that for with```';
    expect(languageOf(code, undefined)).toBe('fr');
    expect(languageOf('https://example.org/the-and-you-that-for-with-this-have', 'fr')).toBe('fr');
  });
});
