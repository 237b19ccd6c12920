import { expect, it } from 'vitest';
import { remarkOfParameter } from '../../shared/idle/index.ts';
import { isAcoustic } from '../../shared/music/acoustic.ts';
import { audioParameters } from '../../shared/parameters/audio.ts';
import type { ParameterKey, ParameterValues } from '../../shared/parameters/index.ts';
import { partLevels } from '../../shared/simulation/composer/parts-that-play.ts';
import { type Part, parts } from '../../shared/simulation/note.ts';
import { defaultDocument } from '../../shared/universe/index.ts';
import { isRecorded } from './samples/recorded-timbres.ts';
import { echoGain, gainOf, resonanceQ, swayCents, volumeGain } from './sound-settings.ts';
import { wayOf } from './ways.ts';

/** Says whether a control is said to have no effect under some settings. */
function isIdle(key: ParameterKey, values: Partial<ParameterValues> = {}): boolean {
  const document = defaultDocument();
  Object.assign(document.parameters, values);
  return remarkOfParameter(document, key)?.effect === 'none';
}

/** The settings under which only some parts are heard. */
const only = (...heard: readonly Part[]) =>
  Object.fromEntries(parts.map((part) => [partLevels[part], heard.includes(part) ? -59 : -60])) as Partial<ParameterValues>;

it('gives every control an effect in a universe of which everything is heard', () => {
  const idle = (Object.keys(audioParameters) as (keyof typeof audioParameters)[]).filter((key) => isIdle(key, { lfoDepth: 0.01 }));
  expect(idle).toEqual([]);
});

it.each(['lfoRate', 'lfoSync'] as const)('%s has no effect while the filter does not sway', (key) => {
  for (const lfoDepth of [0, 0.01, 1]) expect(isIdle(key, { lfoDepth })).toBe(swayCents({ lfoDepth }) === 0);
});

it.each(['delayTime', 'delaySync', 'delayFeedback'] as const)('%s has no effect while nothing goes into the echo', (key) => {
  for (const delayMix of [0, 0.01, 1]) expect(isIdle(key, { delayMix })).toBe(echoGain({ delayMix }) === 0);
});

it('the resonance acts at any cutoff, and changes the filter over its whole range', () => {
  for (const filterCutoff of [20, 20_000]) expect(isIdle('filterResonance', { filterCutoff })).toBe(false);
  expect(resonanceQ({ filterResonance: 0 })).toBeLessThan(resonanceQ({ filterResonance: 0.1 }));
});

it.each([
  'instrument',
  'waveform',
  'filterCutoff',
  'lfoRate',
  'reverb',
  'delayMix',
  'ambience',
  'ambienceLevel',
  'effectsLevel',
  'stereoWidth',
] as const)('%s has no effect while the volume is silent', (key) => {
  for (const volume of [-60, -59, 0]) expect(isIdle(key, { volume })).toBe(volumeGain({ volume }) === 0);
});

it('the ambience has no effect at a silent level, nor its level without an ambience', () => {
  for (const ambienceLevel of [-60, -59, 0]) expect(isIdle('ambience', { ambienceLevel })).toBe(gainOf(ambienceLevel) === 0);
  for (const ambience of audioParameters.ambience.choices) expect(isIdle('ambienceLevel', { ambience })).toBe(ambience === 'none');
});

it.each(['filterResonance', 'lfoDepth', 'lfoRate', 'delayMix', 'delayTime'] as const)(
  '%s acts on the parts whose way goes through the swaying filter and the echo',
  (key) => {
    for (const part of parts) expect(isIdle(key, only(part)), part).toBe(wayOf[part] !== 'tonal');
  },
);

it('the cutoff acts on all parts but the drums, which have no filter', () => {
  for (const part of parts) expect(isIdle('filterCutoff', only(part)), part).toBe(wayOf[part] === 'beat');
});

it('the waveform acts on the texture, and on the bass unless a double bass plays', () => {
  for (const instrument of audioParameters.instrument.choices) {
    expect(isIdle('waveform', { ...only('bass'), instrument }), instrument).toBe(isAcoustic(instrument));
    expect(isIdle('waveform', { ...only('texture'), instrument })).toBe(false);
    expect(isIdle('waveform', { ...only('lead', 'chords', 'drums'), instrument })).toBe(true);
  }
});

it('the instrument acts on melody and chords, and on the bass, which it may make a double bass', () => {
  for (const part of parts) expect(isIdle('instrument', only(part)), part).toBe(part === 'drums' || part === 'texture');
});

it('a double bass plays only under instruments that are recorded', () => {
  for (const instrument of audioParameters.instrument.choices)
    expect(isRecorded(instrument) || !isAcoustic(instrument), instrument).toBe(true);
});

it('reverb and width act as long as anything is heard that has them', () => {
  const noEffects = { effectsLevel: -60 };
  for (const part of parts) {
    expect(isIdle('reverb', { ...only(part), ...noEffects }), part).toBe(false);
    expect(isIdle('stereoWidth', { ...only(part), ...noEffects }), part).toBe(part === 'bass' || part === 'drums');
  }
  expect(isIdle('reverb', only())).toBe(false);
  expect(isIdle('reverb', { ...only(), ...noEffects })).toBe(true);
  // Strokes of the drums are heard as collisions, where the particle is.
  expect(isIdle('stereoWidth', only('drums'))).toBe(false);
  expect(isIdle('stereoWidth', only('bass'))).toBe(true);
});
