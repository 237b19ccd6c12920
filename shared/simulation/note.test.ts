import { expect, it } from 'vitest';
import { causeOf, noteRules } from './note.ts';

it('explains every rule in its own sentence', () => {
  const sentences = noteRules.map(causeOf);
  expect(new Set(sentences).size).toBe(noteRules.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
});
