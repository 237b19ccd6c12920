import { expect, it } from 'vitest';
import { readTemplate } from '../../../tests/support/templates.ts';
import type { ParameterPatch } from '../../parameters/index.ts';
import { defaultDocument, type UniverseDocument } from '../../universe/index.ts';
import { observe } from './observe.ts';

const start = defaultDocument();
const having = (patch: ParameterPatch, document: UniverseDocument = start) => ({
  ...document,
  parameters: { ...document.parameters, ...patch },
});

it('hears all parts from the beginning, of a piece that begins with few', () => {
  const { music, parameters } = observe(having({ form: 1 }));
  expect(new Set(music.notes.map(({ part }) => part))).toEqual(new Set(['lead', 'bass', 'chords', 'drums', 'texture']));
  expect(parameters.form).toBe(1);
});

it('records whole bars: as many as fit into 16 seconds at their tempo', () => {
  const { music } = observe(having({ tempo: 120, gravityToTempo: 0, expression: 0 }));
  expect(music.bars).toHaveLength(7);
  expect(music.seconds).toBeCloseTo(14, 1);
  expect(music.notes.every(({ bar }) => bar < 7)).toBe(true);
});

it('finds nothing alive without emitters, and nothing that sounds without levels', () => {
  expect(observe({ ...start, emitters: [] }).populated).toBe(0);
  const silent = { leadLevel: -60, bassLevel: -60, chordLevel: -60, drumLevel: -60, textureLevel: -60 };
  expect(observe(having(silent)).notesPerSecond).toBe(0);
});

it('plays a storyboard from where its playhead is, whenever that was set', () => {
  const { document } = readTemplate('slow-nebula');
  const storyboard = document.storyboard!;
  const at = (since: number) => observe({ ...document, storyboard: { ...storyboard, playhead: { seconds: 30, since } } });
  expect(at(90_000).traces.meanSpeed).toEqual(at(0).traces.meanSpeed);
});

it('tells steady births from bursts', () => {
  const pulsed = { ...start, emitters: start.emitters.map((emitter) => ({ ...emitter, pulse: 0.8 })) };
  expect(observe(start).bursts).toBe(0);
  expect(observe(pulsed).bursts).toBeCloseTo(0.8, 6);
  expect(observe(having({ rateVariation: 1 })).bursts).toBe(0.5);
});
