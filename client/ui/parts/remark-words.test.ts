import { afterEach, expect, it } from 'vitest';
import { type Remark, remarkOfEmitter, remarkOfParameter, remarkOfWell } from '../../../shared/idle/index.ts';
import type { ParameterKey, ParameterValues } from '../../../shared/parameters/index.ts';
import { defaultDocument, emitterFields, type UniverseDocument, type Well, wellFields } from '../../../shared/universe/index.ts';
import { speak } from '../../words/languages.ts';
import { remarkWords } from './remark-words.ts';

afterEach(() => speak('en', () => true));

function universeWith(values: Partial<ParameterValues>, wells?: Well[]): UniverseDocument {
  const document = defaultDocument();
  Object.assign(document.parameters, values);
  return { ...document, wells: wells ?? document.wells };
}

/** Without the marks that isolate the direction of what is filled in. */
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

function saidOf(key: ParameterKey, document: UniverseDocument): string {
  const remark = remarkOfParameter(document, key);
  return remark ? bare(remarkWords(remark, document.parameters)) : '';
}

const silent = { leadLevel: -60, bassLevel: -60, chordLevel: -60, drumLevel: -60, textureLevel: -60 };

it('names what keeps a parameter from acting by the label and the value of its control', () => {
  expect(saidOf('fieldRadius', universeWith({}, []))).toBe('No effect: there are no wells');
  expect(saidOf('turbulenceScale', universeWith({ turbulence: 0 }))).toBe('No effect while Turbulence is 0');
  expect(saidOf('turbulenceScale', universeWith({ turbulence: 1 }))).toBe('');
  expect(saidOf('friction', universeWith({ bounds: 'open' }))).toBe('No effect while Bounds is Open and Collisions is off');
  expect(saidOf('particleRadius', universeWith({}))).toBe(
    'No effect while Collisions is off and Cohesion, Separation, and Alignment are 0',
  );
  expect(saidOf('filterResonance', universeWith({ ...silent, bassLevel: 0 }))).toBe('No effect while Lead, Chords, and Texture are silent');
  expect(saidOf('octave', universeWith(silent))).toBe('No effect while all parts are silent');
  expect(saidOf('fieldKind', universeWith({}, [{ ...defaultDocument().wells[0]!, kind: 'vortex' }]))).toBe(
    'No effect: each well has its own kind',
  );
  expect(saidOf('gravityToTempo', universeWith({ couplingMode: 'classic' }))).toBe('Only on or off while Mode is Classic');
});

it('names the fields of an emitter or a well itself', () => {
  const document = universeWith({});
  const well = { ...document.wells[0]!, strength: 0 };
  const emitter = { ...document.emitters[0]!, rate: 0 };
  const said = (remark: Remark | null, owner: object, fields: typeof wellFields | typeof emitterFields) =>
    bare(remarkWords(remark!, document.parameters, { fields, values: owner as Record<string, number | string> }));
  expect(said(remarkOfWell(document, well, 'orbit'), well, wellFields)).toBe('No effect while X and Z are 0');
  expect(said(remarkOfWell(document, well, 'kind'), well, wellFields)).toBe('No effect while Strength is 0');
  expect(said(remarkOfEmitter(document, emitter, 'pulse'), emitter, emitterFields)).toBe('No effect while Share is 0');
});

it('says it in German', async () => {
  await speak('de', () => true);
  expect(saidOf('turbulenceScale', universeWith({ turbulence: 0 }))).toBe('Ohne Wirkung bei Turbulenz 0');
  expect(saidOf('particleRadius', universeWith({}))).toBe('Ohne Wirkung bei Kollisionen aus und Zusammenhalt, Abstand und Ausrichtung 0');
  expect(saidOf('bodyGravity', universeWith({}))).toBe('Ohne Wirkung ohne schwere Körper: Körpermasse aller Quellen ist 0');
  expect(saidOf('fieldFalloff', universeWith({}, [{ ...defaultDocument().wells[0]!, falloff: 'linear' }]))).toBe(
    'Ohne Wirkung: Abnahme ist an jedem Kraftfeld eigens gewählt',
  );
});
