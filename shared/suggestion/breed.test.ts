import { describe, expect, it } from 'vitest';
import { defaultDocument, documentSchema } from '../universe/index.ts';
import { bred } from './breed.ts';
import { descriptorIndex, descriptors } from './descriptors.ts';
import type { Candidate } from './gallery.ts';
import { createPreference } from './preference.ts';
import type { Freedom } from './scope.ts';
import { mutated } from './vary.ts';

const everything: Freedom = { scopes: ['physics', 'music', 'sound', 'look', 'things'], amount: 1, locked: [] };
const zeros = new Float64Array(descriptors.length);
const incumbent: Candidate = { document: defaultDocument(), values: zeros };
const library = [1, 2, 3].map((key) => ({ document: mutated(defaultDocument(), everything, key), values: zeros.map(() => key / 3 - 0.6) }));
const how = { key: 5, count: 12 };

describe('breeding', () => {
  it('makes as many different valid documents as it is asked for', () => {
    const documents = bred(incumbent, library, createPreference(), everything, how);
    expect(new Set(documents.map((document) => JSON.stringify(document))).size).toBe(12);
    for (const document of documents) expect(documentSchema.safeParse(document).success).toBe(true);
  });

  it('makes the same for the same key, and others for another', () => {
    const make = (key: number) => bred(incumbent, library, createPreference(), everything, { key, count: 4 });
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });

  it('needs no library', () => {
    expect(bred(incumbent, [], createPreference(), everything, how)).toHaveLength(12);
  });

  it('changes only what is free', () => {
    for (const document of bred(incumbent, library, createPreference(), { ...everything, scopes: ['look'] }, how)) {
      expect(document.emitters).toEqual(incumbent.document.emitters);
      expect(document.parameters.tempo).toBe(incumbent.document.parameters.tempo);
      expect(document.parameters.filterCutoff).toBe(incumbent.document.parameters.filterCutoff);
    }
  });

  it('makes what is liked, as far as that can be foreseen', () => {
    const glow = descriptorIndex('glow');
    const glowing = zeros.map((_, index) => (index === glow ? 2 : 0));
    const preference = createPreference();
    for (let i = 0; i < 6; i++) preference.choose(glowing, [zeros, zeros.map((value, index) => value - glowing[index])]);
    const meanGlow = (documents: ReturnType<typeof bred>) =>
      documents.reduce((sum, { parameters }) => sum + parameters.glow, 0) / documents.length;
    expect(meanGlow(bred(incumbent, library, preference, everything, how))).toBeGreaterThan(
      meanGlow(bred(incumbent, library, createPreference(), everything, how)) + 0.03,
    );
  });
});
