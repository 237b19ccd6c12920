import { expect, it } from 'vitest';
import { tempoTitle } from './tempo-title.ts';

it('says why the tempo is not the one that is set', () => {
  const title = tempoTitle(88, { tempo: 70.6, gravity: 0 }, true);
  expect(title).toBe('Current tempo. Tap to set it (T)\nSet to 88 BPM; a gravity of 0 m/s² makes it 71');
});

it('gives no reason for a tempo that is as it is set, or that nobody hears yet', () => {
  expect(tempoTitle(120, { tempo: 120.4, gravity: 9.81 }, false)).toBe('Current tempo');
  expect(tempoTitle(120, null, false)).toBe('Current tempo');
});
