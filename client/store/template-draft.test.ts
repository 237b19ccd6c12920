import { expect, it } from 'vitest';
import type { TemplateDetail } from '../../shared/api/universes/template-schemas.ts';
import { defaultDocument } from '../../shared/universe/index.ts';
import { draftOf, missingWords, patchOf } from './template-draft.ts';

const saved: TemplateDetail = {
  id: 'Tabcdefghijk',
  name: 'Mine',
  sentence: 'As I like it.',
  category: 'calm',
  thumbnail: null,
  owner: { id: 'ann', displayName: 'Ann', colour: '#ffffff' },
  isMine: true,
  isPublic: false,
  putForward: ['tempo'],
  document: defaultDocument(),
};

it('requests only what differs, and nothing if nothing does', () => {
  const draft = draftOf(saved);
  expect(patchOf(saved, draft)).toBeNull();
  expect(patchOf(saved, { ...draft, name: ' Mine ' })).toBeNull();
  expect(patchOf(saved, { ...draft, name: 'Yours ', isPublic: true })).toEqual({ name: 'Yours', isPublic: true });
  expect(patchOf(saved, { ...draft, putForward: ['tempo', 'gravity'], parameters: { ...draft.parameters, tempo: 90 } })).toEqual({
    putForward: ['tempo', 'gravity'],
    parameters: { tempo: 90 },
  });
});

it('names a missing field', () => {
  expect(missingWords(saved)).toBeNull();
  expect(missingWords({ ...saved, sentence: ' ' })).toBe('A sentence is required.');
});
