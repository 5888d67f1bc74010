import { expect, test } from 'vitest';
import type { InsightView } from '#bridge/insights/wire.ts';
import { draftOf, patchOf } from './draft.ts';

const EMPTY: Pick<
  InsightView,
  'statement' | 'ask' | 'options' | 'words' | 'theme' | 'objective' | 'owner' | 'outside' | 'due'
> = {
  statement: 'Les codes changent sans prévenir',
  ask: null,
  options: [],
  words: [],
  theme: null,
  objective: null,
  owner: null,
  outside: null,
  due: null,
};

test('an empty draft clears what it does not say', () => {
  const draft = draftOf(EMPTY as InsightView);
  expect(patchOf(draft, 3)).toEqual({
    version: 3,
    statement: 'Les codes changent sans prévenir',
    ask: null,
    options: [],
    words: [],
    themeId: null,
    objectiveId: null,
    ownerId: null,
    outside: null,
    due: null,
  });
});

test('lists are read by line and by comma, and only one of a colleague and somebody outside is sent', () => {
  const draft = {
    ...draftOf(EMPTY as InsightView),
    options: 'Prévenir la veille\n\n Ne rien changer ',
    words: 'code, portail ,',
    ownerId: 'c',
    outsideName: 'Inès Roche',
    outsideEmail: 'ines@exemple.fr',
  };
  expect(patchOf(draft, 1)).toMatchObject({
    options: ['Prévenir la veille', 'Ne rien changer'],
    words: ['code', 'portail'],
    ownerId: 'c',
    outside: null,
  });
  expect(patchOf({ ...draft, who: 'outside' }, 1)).toMatchObject({
    ownerId: null,
    outside: { name: 'Inès Roche', email: 'ines@exemple.fr' },
  });
});
