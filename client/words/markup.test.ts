import { expect, it } from 'vitest';
import { sentencesOf, translateMarkup } from './markup.ts';

const strings = (strings: TemplateStringsArray, ..._values: unknown[]) => strings;

it('finds the text of a template that users read, and nothing else', () => {
  const template = strings`<p class="Not this" title="What it is">Some ${1} words
      in two lines</p><!-- Nor this -->
    <style>.nor { this: none }</style>
    <button aria-label="Edit ${2} of ${3}" @click=${(few: number) => few > 3} .label=${5}>${6}</button>
    <hr /> &middot; <b>Bold</b> 100 %`;
  expect(sentencesOf(template)).toEqual(['What it is', 'Some {0} words in two lines', 'Edit {0} of {1}', '&middot;', 'Bold']);
});

it('translates a template, with the expressions in the order of the translation', () => {
  const template = strings`<p title="By ${1}, ${2}"> ${3} of ${4}:
    ${5}</p><i class=${6}>Open</i>`;
  const said: Record<string, string> = { 'By {0}, {1}': '{1}, von {0}', '{0} of {1}: {2}': '{1} hat {0}: {2}', Open: 'Öffnen' };
  expect(translateMarkup(template, (sentence) => said[sentence] ?? sentence)).toEqual({
    strings: ['<p title="', ', von ', '"> ', ' hat ', ': ', '</p><i class=', '>Öffnen</i>'],
    order: [1, 0, 3, 2, 4, 5],
  });
});

it('leaves a template without translation as it is, and never makes markup of words', () => {
  const template = strings`<p title="A ${1}">B${2} c</p>`;
  expect(translateMarkup(template, (sentence) => sentence)).toEqual({ strings: [...template], order: [0, 1] });
  expect(translateMarkup(template, () => '<b>"{0}"</b>{9}').strings[0]).toBe('<p title="&lt;b>&quot;');
});
