import { expect, it } from 'vitest';
import { createMidiLearn } from './midi-learn.ts';

function storage(first: string | null = null) {
  let text = first;
  return { getItem: () => text, setItem: (_: string, next: string) => void (text = next), text: () => text };
}

it('binds the next control that moves, and only that one', () => {
  const learn = createMidiLearn(storage());
  expect(learn.move('Knobs', 1, 21)).toEqual([]);
  learn.arm('gravity');
  expect(learn.move('Knobs', 1, 21)).toEqual(['gravity']);
  expect(learn.armed).toBeNull();
  expect(learn.move('Knobs', 1, 22)).toEqual([]);
  expect(learn.move('Knobs', 2, 21)).toEqual([]);
  expect(learn.move('Other', 1, 21)).toEqual([]);
  expect(learn.move('Knobs', 1, 21)).toEqual(['gravity']);
});

it('lets a control move several targets, and a target follow one control of a device', () => {
  const learn = createMidiLearn(storage());
  for (const [target, controller] of [
    ['gravity', 21],
    ['tempo', 21],
    ['gravity', 30],
  ] as const) {
    learn.arm(target);
    learn.move('Knobs', 1, controller);
  }
  expect(learn.move('Knobs', 1, 21)).toEqual(['tempo']);
  expect(learn.move('Knobs', 1, 30)).toEqual(['gravity']);
  learn.arm('gravity');
  learn.move('Other', 1, 5);
  expect(learn.move('Knobs', 1, 30)).toEqual(['gravity']);
});

it('stores its bindings for the next visit until they are removed', () => {
  const kept = storage();
  const learn = createMidiLearn(kept);
  learn.arm('gravity');
  learn.move('Knobs', 1, 21);
  const again = createMidiLearn(kept);
  expect(again.bindings).toEqual([{ device: 'Knobs', channel: 1, controller: 21, target: 'gravity' }]);
  again.forget(again.bindings[0]);
  expect(again.move('Knobs', 1, 21)).toEqual([]);
  expect(createMidiLearn(kept).bindings).toEqual([]);
});

it('ignores stored bindings that are invalid, and works without storage', () => {
  const good = { device: 'Knobs', channel: 1, controller: 21, target: 'gravity' };
  expect(createMidiLearn(storage(JSON.stringify([good, { ...good, controller: 300 }, 4, null]))).bindings).toEqual([good]);
  for (const bad of ['{', '{}', 'null']) expect(createMidiLearn(storage(bad)).bindings).toEqual([]);
  const shut = createMidiLearn({
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  });
  shut.arm('gravity');
  expect(shut.move('Knobs', 1, 21)).toEqual(['gravity']);
});

it('can be cancelled', () => {
  const learn = createMidiLearn(storage());
  learn.arm('gravity');
  learn.arm(null);
  expect(learn.move('Knobs', 1, 21)).toEqual([]);
});
