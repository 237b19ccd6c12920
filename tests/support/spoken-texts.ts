import type { Page } from '@playwright/test';
import { refusalWords, words } from '../../client/words/de/index.ts';
import { spokenAttributes } from '../../client/words/markup.ts';
import { userRefusals } from '../../shared/refusals/catalogue.ts';

/** Collects all texts of a page, white space collapsed: rendered text, and attributes for screen readers. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate((attributes) => {
    const texts = new Set<string>();
    const hear = (text: string | null | undefined) => {
      const collapsed = text?.trim().replace(/\s+/g, ' ');
      if (collapsed) texts.add(collapsed);
    };
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.tagName === 'STYLE' || element.tagName === 'SCRIPT') continue;
        for (const attribute of attributes) hear(element.getAttribute(attribute));
        // Lit may split a text into several nodes.
        let run = '';
        for (const node of element.childNodes) {
          if (node.nodeType === Node.TEXT_NODE) run += node.textContent;
          else if (node.nodeType === Node.ELEMENT_NODE) {
            hear(run);
            run = '';
          }
        }
        hear(run);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document.body);
    return [...texts];
  }, spokenAttributes);
}

const germanRefusals: Readonly<Record<string, string>> = refusalWords.refusals;
/** German by what is said in English: sentences of the interface, and refusals. */
const german: Readonly<Record<string, string>> = {
  ...words,
  ...Object.fromEntries(Object.entries(userRefusals).map(([reason, { text }]) => [text, germanRefusals[reason] ?? ''])),
};

/** Sentences of the interface as they stand in the code, where German says them in another way. */
const english = Object.entries(german)
  .filter(([sentence, said]) => sentence !== said && /\p{L}{3}/u.test(sentence.replace(/\{\w+\}/g, '')))
  .map(([sentence]) => {
    const literal = sentence.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\\\{\w+\\\}/g, '.*');
    return new RegExp(`^${literal}$`, 'u');
  });
const germanTexts = new Set<string>(Object.values(german));

/** Returns the texts of a page that are still in English. */
export async function englishOn(page: Page): Promise<string[]> {
  return (await textsOf(page)).filter((text) => !germanTexts.has(text) && english.some((sentence) => sentence.test(text)));
}

export { textsOf };
