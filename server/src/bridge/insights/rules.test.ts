import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Insight } from './model.ts';
import { isLate, lacksOf, patched, submittable } from './rules.ts';

const DRAFT: Insight = {
  id: 'i',
  statement: 'Les codes du portail changent sans prévenir',
  ask: 'Prévenir deux jours avant',
  options: [],
  words: [],
  themeId: null,
  objectiveId: null,
  ownerId: 'o',
  outside: null,
  due: '2026-03-20',
  state: 'draft',
  version: 1,
  madeBy: 'm',
  madeAt: new Date('2026-03-01T08:00:00Z'),
  submittedAt: null,
};
const READY = { today: '2026-03-02', members: 1, owner: { isHere: true, mayDecide: true } };

test('a draft that lacks nothing goes; each thing it lacks is refused by its name', () => {
  expect(submittable(DRAFT, READY)).toEqual({ ok: true, value: 'submitted' });
  const refused = (change: Partial<Insight>, known: Partial<typeof READY> = {}) =>
    submittable({ ...DRAFT, ...change }, { ...READY, ...known });
  const code = (result: ReturnType<typeof refused>) => (result.ok ? 'no refusal' : result.refusal.code);
  expect([
    code(refused({ state: 'submitted' })),
    code(refused({}, { members: 0 })),
    code(refused({ ask: null })),
    code(submittable({ ...DRAFT, ownerId: null }, { ...READY, owner: undefined })),
    code(refused({}, { owner: { isHere: false, mayDecide: true } })),
    code(refused({}, { owner: { isHere: true, mayDecide: false } })),
    code(refused({ due: null })),
    code(refused({ due: '2026-03-02' })),
  ]).toEqual([
    'insight/not_draft',
    'insight/lacks_evidence',
    'insight/lacks_ask',
    'insight/lacks_owner',
    'insight/lacks_owner_left',
    'insight/lacks_owner_left',
    'insight/lacks_due',
    'insight/lacks_due',
  ]);
});

test('somebody outside may decide in place of a colleague', () => {
  const outside = { name: 'Inès Roche', email: 'ines@exemple.fr' };
  expect(lacksOf({ ...DRAFT, ownerId: null, outside }, { ...READY, owner: undefined })).toEqual([]);
});

test('of a colleague and somebody outside never both own an insight, and what is absent from a patch stays', () => {
  const outside = fc.record({ name: fc.string(), email: fc.string() });
  const patch = fc.record(
    {
      ownerId: fc.option(fc.constant('p')),
      outside: fc.option(outside),
      ask: fc.option(fc.string()),
      due: fc.option(fc.constant('2026-04-01')),
      words: fc.array(fc.string()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(patch, { maxLength: 10 }), (patches) => {
      let insight = DRAFT;
      for (const one of patches) {
        const after = patched(insight, one);
        expect(after.ownerId === null || after.outside === null).toBe(true);
        expect(after.statement).toBe(insight.statement);
        expect(after.ask).toBe(one.ask === undefined ? insight.ask : one.ask);
        expect(after.due).toBe(one.due === undefined ? insight.due : one.due);
        insight = { ...insight, ...after };
      }
    }),
  );
});

test('an answer is late the day after it was due, and only while it is waited for', () => {
  const late = (state: Insight['state'], today: string) => isLate({ state, due: '2026-03-20' }, today);
  expect([late('submitted', '2026-03-20'), late('submitted', '2026-03-21'), late('decided', '2026-03-21')]).toEqual([
    false,
    true,
    false,
  ]);
});
