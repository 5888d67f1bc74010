import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveId, memberIdOf, rawIdOf, reactionIdOf, tombstoneMark } from './rules.ts';

const PLACE = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';

describe('derived ids', () => {
  it('stay what they were in the first release: stored rows are found again', () => {
    expect(deriveId(PLACE, 'message', 'ada-1')).toBe('a5c7ea39-30c5-87fc-8fdf-ae5d0c7f6b9a');
    expect(memberIdOf(deriveId(PLACE, 'identity', 'ada'))).toBe('c6083f57-dab4-8a7f-8968-f6843184bd06');
  });

  it('are UUIDs of version 8', () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (externalId) => {
        expect(deriveId(PLACE, 'thread', externalId)).toMatch(form);
      }),
      { numRuns: 1000 },
    );
  });

  it('differ by place, by kind and by external id', () => {
    const ids = [
      deriveId(PLACE, 'message', '1'),
      deriveId(OTHER, 'message', '1'),
      deriveId(PLACE, 'thread', '1'),
      deriveId(PLACE, 'message', '2'),
      rawIdOf(PLACE, 'message', '1'),
      rawIdOf(PLACE, 'person', '1'),
      reactionIdOf(PLACE, '1', '👍', undefined),
      reactionIdOf(PLACE, '1', '👍', 'ada'),
      reactionIdOf(PLACE, '1', '🎉', 'ada'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('mark an erased person only for whoever holds the secret', () => {
    expect(tombstoneMark('one secret', PLACE, 'ada')).toEqual(tombstoneMark('one secret', PLACE, 'ada'));
    expect(tombstoneMark('one secret', PLACE, 'ada')).not.toEqual(tombstoneMark('another', PLACE, 'ada'));
    expect(tombstoneMark('one secret', PLACE, 'ada')).toHaveLength(32);
  });
});
