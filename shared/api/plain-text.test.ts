import { expect, it } from 'vitest';
import { refuseText } from './plain-text.ts';

it('takes whole signs of every script, and whatever is no text', () => {
  for (const sent of [undefined, null, 1, 'Ünïverse 𝄞 🪐\n', { a: ['b', { c: true }] }, []]) expect(refuseText(sent)).toBeNull();
});

it('names the place of what can not be kept', () => {
  const broken = { rule: expect.stringMatching(/^must be text/), reason: 'characters-unstorable', params: {} };
  expect(refuseText('a\0')).toEqual({ path: '', ...broken, value: 'a\0' });
  expect(refuseText({ name: 'fine', tags: ['x', 'half \ud83e'] })).toEqual({ path: 'tags.1', ...broken, value: 'half \ufffd' });
});
