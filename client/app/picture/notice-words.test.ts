import { afterEach, expect, it } from 'vitest';
import { noticeSentences } from '../../gpu/notice.ts';
import { speak } from '../../words/languages.ts';
import { noticeWords } from './notice-words.ts';

const tooMany = { sentence: noticeSentences.tooManyParticles, values: { count: 6144 } };

afterEach(() => speak('en', () => true));

it('says what the picture lacks, with its values', async () => {
  expect(noticeWords({ sentence: noticeSentences.noWebgpu })).toMatch(/^This browser has no WebGPU/);
  expect(noticeWords(tooMany)).toBe('This graphics device draws at most 6,144 particles; you hear the others without seeing them.');
  await speak('de', () => true);
  expect(noticeWords(tooMany)).toContain('6.144 Teilchen');
});
