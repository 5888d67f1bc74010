import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Fact } from '@passerelle/kit';
import { aMessage, aPerson, openIntake, rawOf, standing } from '../../../../tools/testing/ingestion.ts';

const intake = await openIntake();
afterAll(() => intake.database.close());

describe('the order in which an export is read', () => {
  const few = fc.integer({ min: 0, max: 3 });
  const version = fc.integer({ min: 1, max: 3 }).map(String);
  const person = fc
    .tuple(few, version, fc.constantFrom('Ada', 'Basile', 'Céleste'))
    .map(([n, at, displayName]) =>
      rawOf(
        'person',
        `p${n}`,
        at,
        aPerson(`p${n}`, { handle: `h${n}`, displayName, ...(n === 0 ? { role: 'staff' as const } : {}) }),
      ),
    );
  const channel = fc
    .tuple(few, version)
    .map(([n, at]) =>
      rawOf('channel', `c${n}`, at, { type: 'channel', externalId: `c${n}`, name: `salon ${n} ${at}` }),
    );
  const thread = fc
    .tuple(few, few, version)
    .map(([n, c, at]) =>
      rawOf('thread', `t${n}`, at, { type: 'thread', externalId: `t${n}`, channel: `c${c}`, title: `fil ${at} ${c}` }),
    );
  const post = fc.tuple(fc.integer({ min: 0, max: 5 }), version).map(([n, at]) => {
    const v = Number(at);
    const id = `m${n}`;
    const likes: Fact[] = n % v === 0 ? [{ type: 'reaction', message: id, emoji: '👍', by: `p${v}` }] : [];
    const within = (n + v) % 4;
    const about = {
      channel: `c${within % 2}`,
      thread: `t${within}`,
      opens: v === 1,
      by: `p${n % 4}`,
      text: `texte ${at}`,
      hidden: v === 2,
    };
    return rawOf('message', id, at, aMessage(id, { ...about, when: { at: `2026-01-0${v}T10:00:0${n}Z` } }), ...likes);
  });
  const counted = fc
    .tuple(few, version)
    .map(([n, at]) =>
      rawOf('likes', `l${n}`, at, { type: 'reaction', message: `m${n}`, emoji: '🎉', count: Number(at) }),
    );
  const gone = fc.tuple(fc.constantFrom('message' as const, 'thread' as const), few).map(([of, n]) => {
    const externalId = `${of === 'message' ? 'm' : 't'}${n}`;
    return rawOf('gone', externalId, '1', { type: 'removed', of, externalId });
  });
  const exports = fc
    .array(fc.oneof({ weight: 2, arbitrary: person }, channel, thread, { weight: 4, arbitrary: post }, counted, gone), {
      minLength: 1,
      maxLength: 20,
    })
    .chain((raws) =>
      fc.tuple(
        fc.constant(raws),
        fc.shuffledSubarray([...raws, ...raws], { minLength: raws.length * 2 }),
        fc.integer({ min: 1, max: 7 }),
      ),
    );

  it('does not matter: shuffled, doubled, in pieces, the same rows stand', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(exports, async ([raws, shuffled, size]) => {
        await intake.empty();
        await intake.bring(raws);
        const once = await standing(intake);
        await intake.empty();
        for (let at = 0; at < shuffled.length; at += size) await intake.bring(shuffled.slice(at, at + size));
        expect(await standing(intake)).toEqual(once);
        expect(await intake.bring(shuffled)).toMatchObject({ added: 0, changed: 0 });
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
