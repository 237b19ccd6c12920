import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmailHash, sessionDataKey } from './derived-keys.ts';
import { createSealedText } from './sealed-text.ts';

const old = { id: 'old', bytes: Buffer.alloc(32, 1) };
const fresh = { id: 'fresh', bytes: Buffer.alloc(32, 2) };
const sealed = createSealedText([old]);

it('opens what it sealed, and seals the same text differently each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      expect(sealed.open(sealed.seal(text, place), place)).toBe(text);
      expect(sealed.seal(text, place)).not.toBe(sealed.seal(text, place));
    }),
    { numRuns: 50 },
  );
});

it('rejects a text with a changed byte, a cut text, and a text from another place', () => {
  const whole = sealed.seal('ada@example.org', 'ada');
  const bytes = Buffer.from(whole.slice('old.'.length), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(() => sealed.open(`old.${changed.toString('base64url')}`, 'ada')).toThrow('was changed');
    expect(() => sealed.open(`old.${bytes.subarray(0, at).toString('base64url')}`, 'ada')).toThrow('was changed');
  }
  expect(() => sealed.open(whole, 'bob')).toThrow('was changed');
});

it('seals with the first key and opens with the others', () => {
  const both = createSealedText([fresh, old]);
  expect(both.open(sealed.seal('ada@example.org', 'ada'), 'ada')).toBe('ada@example.org');
  expect(both.seal('ada@example.org', 'ada')).toMatch(/^fresh\./);
});

it('names a key that is missing', () => {
  const text = sealed.seal('ada@example.org', 'ada');
  expect(() => createSealedText([fresh]).open(text, 'ada')).toThrow('sealed with the key "old", which DATA_KEYS does not have');
});

it('derives the same key from a secret at each start, and a different one for hashes of addresses', () => {
  const secret = 'x'.repeat(32);
  expect(sessionDataKey(secret)).toEqual(sessionDataKey(secret));
  expect(sessionDataKey(secret).bytes).not.toEqual(sessionDataKey('y'.repeat(32)).bytes);
  const hashOf = createEmailHash(secret);
  expect(hashOf(' Ada@Example.org ')).toBe(hashOf('ada@example.org'));
  expect(hashOf('ada@example.org')).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf('ada@example.org')).not.toBe(createEmailHash('y'.repeat(32))('ada@example.org'));
});
