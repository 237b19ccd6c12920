import { expect, it } from 'vitest';
import { parameters, toPosition } from '../../shared/parameters/index.ts';
import { defaultDocument, editSchema } from '../../shared/universe/index.ts';
import { editOfControl, isLearnable, labelOfTarget } from './control-target.ts';

const document = defaultDocument();
const emitterId = document.emitters[0].id;

it('moves every learnable parameter over its whole range, with edits that the room accepts', () => {
  for (const [key, parameter] of Object.entries(parameters).filter(([, field]) => isLearnable(field))) {
    const values = [0, 64 / 127, 1].map((position) => {
      const edit = editOfControl(key, position, document);
      if (!edit) return document.parameters[key as keyof typeof parameters];
      expect(editSchema.safeParse(edit).success, key).toBe(true);
      return edit.kind === 'parameters.set' ? edit.values[key as keyof typeof parameters] : undefined;
    });
    if (parameter.kind === 'number' || parameter.kind === 'integer') expect([values[0], values[2]]).toEqual([parameter.min, parameter.max]);
    if (parameter.kind === 'choice') expect([values[0], values[2]]).toEqual([parameter.choices[0], parameter.choices.at(-1)]);
    if (parameter.kind === 'switch') expect(values).toEqual([false, true, true]);
  }
});

it('maps a log field as its slider does', () => {
  const field = parameters.emissionRate;
  const edit = editOfControl('emissionRate', 0.5, document);
  const value = edit?.kind === 'parameters.set' ? Number(edit.values.emissionRate) : NaN;
  expect(toPosition(field, value)).toBeCloseTo(0.5, 2);
});

it('moves the fields of existing emitters and wells', () => {
  expect(editOfControl(`emitter:${emitterId}:x`, 1, document)).toMatchObject({ kind: 'emitter.set', id: emitterId });
  expect(labelOfTarget(`emitter:${emitterId}:x`, document)).toContain(emitterId);
  for (const missing of ['emitter:nobody:x', `emitter:${emitterId}:toString`, `emitter:${emitterId}`, 'well', 'constructor', ''])
    expect(editOfControl(missing, 1, document), missing).toBeNull();
});

it('returns null where nothing changes', () => {
  const { gravity } = document.parameters;
  expect(editOfControl('gravity', toPosition(parameters.gravity, gravity), document)).toBeNull();
  expect(editOfControl('glowColour', 0.5, document)).toBeNull();
});
