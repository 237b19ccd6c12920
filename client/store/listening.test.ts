import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noteRules } from '../../shared/simulation/note.ts';
import { isLeftOut, type MutedCause, sameCause } from './listening.ts';

const notes = fc.array(fc.record({ rule: fc.constantFrom(...noteRules), cause: fc.integer({ min: 1, max: 40 }) }), { maxLength: 60 });
const causes: fc.Arbitrary<MutedCause> = fc.oneof(
  fc.constantFrom(...noteRules).map((rule): MutedCause => ({ kind: 'rule', rule })),
  fc.integer({ min: 1, max: 40 }).map((entity): MutedCause => ({ kind: 'entity', entity })),
);

it('mutes exactly the notes of a muted cause, and restores exactly those', () => {
  fc.assert(
    fc.property(notes, causes, causes, (played, one, other) => {
      const isOf = (cause: MutedCause) => (note: (typeof played)[number]) =>
        cause.kind === 'rule' ? note.rule === cause.rule : note.cause === cause.entity;
      const left = played.filter((note) => !isLeftOut(note, [one, other]));
      expect(left).toEqual(played.filter((note) => !isOf(one)(note) && !isOf(other)(note)));
      const muted = [one, other].filter((cause) => !sameCause(cause, one));
      expect(played.filter((note) => !isLeftOut(note, muted))).toEqual(
        sameCause(one, other) ? played : played.filter((note) => !isOf(other)(note)),
      );
    }),
  );
});
