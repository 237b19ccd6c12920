import { css, type TemplateResult } from 'lit';
import { templateLimits } from '../../../shared/universe/index.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, sayText } from '../../words/words.ts';
import { touched } from '../screens.ts';

type Words = 'name' | 'sentence' | 'category';

/** The texts of a template, and its visibility. */
interface Said extends Record<Words, string> {
  isPublic: boolean;
}

interface FieldsOptions {
  said: Said;
  /** Categories of the built-in templates. */
  categories: readonly string[];
  changed: (change: Partial<Said>) => void;
}

/** Styles of {@link templateFields}, in addition to those of forms. */
export const templateFieldStyles = css`
  .choices {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    font-size: 14px;
    font-weight: 400;
    cursor: pointer;
  }
  .choices input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  @media ${touched} {
    .choices label {
      min-height: 44px;
    }
  }
`;

/** Renders the fields for name, sentence, category and visibility. */
export function templateFields({ said, categories, changed }: FieldsOptions): TemplateResult {
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  const choice = (isPublic: boolean, words: Sentence) =>
    html`<label
      ><input type="radio" name="isPublic" .checked=${said.isPublic === isPublic} @change=${() => changed({ isPublic })} />
      ${say(words)}</label
    >`;
  return html`<div class="field">
      <label for="name">Name</label>
      <input
        id="name"
        name="name"
        required
        maxlength=${templateLimits.name.max}
        .value=${said.name}
        @input=${(event: Event) => changed({ name: text(event) })}
      />
    </div>
    <div class="field">
      <label for="sentence">One sentence about it</label>
      <input
        id="sentence"
        name="sentence"
        required
        maxlength=${templateLimits.sentence.max}
        .value=${said.sentence}
        @input=${(event: Event) => changed({ sentence: text(event) })}
      />
    </div>
    <div class="field">
      <label for="category">Category</label>
      <input
        id="category"
        name="category"
        list="categories"
        required
        autocapitalize="none"
        maxlength=${templateLimits.category.max}
        .value=${said.category}
        @input=${(event: Event) => changed({ category: text(event) })}
      />
      <datalist id="categories">${categories.map((category) => html`<option value=${sayText(category)}></option>`)}</datalist>
    </div>
    <fieldset class="choices">
      <legend>Who can see and use it</legend>
      ${choice(false, 'Only you')} ${choice(true, 'Everyone')}
    </fieldset>`;
}

/** Returns each category of the templates once, sorted. */
export const categoriesOf = (templates: readonly { category: string }[]): string[] =>
  [...new Set(templates.map(({ category }) => category))].toSorted();
