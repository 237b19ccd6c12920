import { expect, it } from 'vitest';
import { defaultParameters, parameterGroups, registry } from '../../../shared/parameters/index.ts';
import { defaultDocument, emitterFields } from '../../../shared/universe/index.ts';
import { outlineOf } from './outline.ts';

it('keeps panels short: at most twelve controls at hand, and at most eight under a heading', () => {
  for (const group of parameterGroups) {
    const { essentials, sections } = outlineOf(registry[group], defaultParameters);
    expect(essentials.length, group).toBeGreaterThan(4);
    expect(essentials.length, group).toBeLessThanOrEqual(12);
    for (const { fields, title } of sections) {
      expect(fields.length, title).toBeGreaterThan(0);
      expect(fields.length, title).toBeLessThanOrEqual(8);
    }
  }
});

it('shows a field only while it has an effect', () => {
  const [emitter] = defaultDocument().emitters;
  const names = (shape: string) => outlineOf(emitterFields, { ...emitter, shape }).essentials.map(([name]) => name);
  expect(names('point')).not.toContain('radius');
  expect(names('ring')).toContain('radius');
  expect(names('ring')).not.toContain('mask');
  expect(names('image')).toContain('mask');
});

it('counts the values under a heading that differ from their defaults', () => {
  const { sections } = outlineOf(registry.physics, { ...defaultParameters, spread: 90, density: 2, timeScale: 2 });
  expect(Object.fromEntries(sections.map(({ topic, changed }) => [topic, changed]))).toMatchObject({ emission: 1, matter: 2, bounds: 0 });
});

it('has the parameters of its group at hand that are put forward, and omits no other', () => {
  const usual = outlineOf(registry.music, defaultParameters);
  const { essentials, sections } = outlineOf(registry.music, defaultParameters, ['swing', 'tempo', 'gravity']);
  expect(essentials.map(([name]) => name).toSorted()).toEqual(['swing', 'tempo']);
  const all = (outline: typeof usual) =>
    [...outline.essentials, ...outline.sections.flatMap(({ fields }) => fields)].map(([name]) => name).toSorted();
  expect(all({ essentials, sections })).toEqual(all(usual));
  expect(outlineOf(registry.audio, defaultParameters, ['tempo'])).toEqual(outlineOf(registry.audio, defaultParameters));
});
