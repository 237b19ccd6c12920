import { expect, it } from 'vitest';
import { isolate } from '../../shared/text/isolate.ts';
import { html } from './html.ts';
import { say, sayParts } from './words.ts';

const name = 'דוד (1)';
const isolated = `\u2068${name}\u2069`;

it('keeps the direction of a name apart from the sentence around it, and leaves alone what needs nothing', () => {
  expect(say('Opening {name} …', { name })).toBe(`Opening ${isolated} …`);
  expect(say('Opening {name} …', { name: 'Zoë 音楽 🎹' })).toBe('Opening Zoë 音楽 🎹 …');
  expect(sayParts('You are {name} here.', { name })).toContain(isolated);
  expect(isolate('\u200fx')).toBe('\u2068\u200fx\u2069');
});

it('does so within templates, in text and attributes that are read, but not in values', () => {
  const { values } = html`<input .value=${name} title="More about ${name}" id=${name} />
    <p>Delete ${name}?</p>
    ${name}`;
  expect(values).toEqual([name, isolated, name, isolated, name]);
});
