import { expect, it } from 'vitest';
import { isolate } from '../../shared/text/isolate.ts';
import { html } from './html.ts';
import { say, sayParts } from './words.ts';

const name = 'דוד (1)';
const isolated = `\u2068${name}\u2069`;

it('isolates the direction of a name from the sentence around it, and leaves plain names as they are', () => {
  expect(say('Opening {name} …', { name })).toBe(`Opening ${isolated} …`);
  expect(say('Opening {name} …', { name: 'Zoë 音楽 🎹' })).toBe('Opening Zoë 音楽 🎹 …');
  expect(sayParts('You are {name} here.', { name })).toContain(isolated);
  expect(isolate('\u200fx')).toBe('\u2068\u200fx\u2069');
});

it('isolates values in the text and the spoken attributes of templates, but not other values', () => {
  const { values } = html`<input .value=${name} title="More about ${name}" id=${name} />
    <p>Delete ${name}?</p>
    ${name}`;
  expect(values).toEqual([name, isolated, name, isolated, name]);
});
