import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { preferenceChoices, type PreferenceName, preferenceNames, type Preferences } from '../../../shared/api/accounts/preferences.ts';
import type { Store } from '../../store/store.ts';
import { choiceStyles } from '../controls/choice-styles.ts';
import { html } from '../../words/html.ts';
import { isLanguage, type Language, nameOfLanguage } from '../../words/languages.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { narrow } from '../screens.ts';

type Choice = Preferences[PreferenceName];

/** The title, the help and the labels of the choices of each preference. */
const words: {
  readonly [K in PreferenceName]: { title: Sentence; help: Sentence; choices: Record<Exclude<Preferences[K], Language>, Sentence> };
} = {
  theme: {
    title: 'Theme',
    help: 'For pages and panels. A universe is always dark.',
    choices: { system: 'System', dark: 'Dark', light: 'Light' },
  },
  reducedMotion: {
    title: 'Reduce motion',
    help: 'No animation in the interface, and calmer pictures.',
    choices: { system: 'System', on: 'On', off: 'Off' },
  },
  pictureQuality: {
    title: 'Picture quality',
    help: 'Auto adapts to the speed of this device. Motion and sound are the same with each.',
    choices: { auto: 'Auto', low: 'Low', medium: 'Medium', high: 'High' },
  },
  language: {
    title: 'Language',
    help: 'What people write is not translated.',
    choices: { system: 'System' },
  },
  reports: {
    title: 'Error reports',
    help: 'Pages tell this server which errors they meet and how smoothly they run. Nothing in it names you or your universes.',
    choices: { on: 'On', off: 'Off' },
  },
};

/** The preferences of the user, and the audio output. A choice takes effect at once. */
@customElement('hu-preferences')
export class PreferencesForm extends LitElement {
  static override styles = [
    base,
    choiceStyles,
    css`
      :host {
        display: grid;
        gap: 22px;
      }
      fieldset,
      .output {
        display: grid;
        grid-template-columns: 1fr minmax(260px, auto);
        gap: 2px 24px;
        align-items: center;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend,
      .title {
        float: left;
        padding: 0;
        font-size: 14px;
        font-weight: 500;
      }
      .segments,
      select,
      .find {
        grid-column: 2;
        grid-row: 1 / span 2;
        width: 100%;
        margin: 0;
      }
      .segments label,
      select {
        min-height: 36px;
      }
      .find {
        min-height: 40px;
      }
      .help {
        grid-column: 1;
        font-size: 13px;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      @media ${narrow} {
        fieldset,
        .output {
          display: block;
        }
        legend,
        .title {
          float: none;
        }
        .segments,
        select,
        .find {
          margin-top: 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.preferences.value, this.store?.listening.outputs.value, this.store?.listening.output.value]);
  }

  protected override firstUpdated(): void {
    want(this, { kind: 'look-for-outputs', ask: false });
  }

  protected override render(): TemplateResult {
    return html`${preferenceNames.map((name) => this.#renderChoices(name))}${this.#renderOutput()}`;
  }

  #renderChoices(name: PreferenceName): TemplateResult {
    const { title, help } = words[name];
    const names: Readonly<Partial<Record<Choice, Sentence>>> = words[name].choices;
    // The name of a language is in that language.
    const nameOf = (choice: Choice) => (isLanguage(choice) ? nameOfLanguage(choice) : say(names[choice]!));
    const chosen = this.store.preferences.value[name];
    return html`<fieldset aria-describedby="${name}-help">
      <legend>${say(title)}</legend>
      <p class="help" id="${name}-help">${say(help)}</p>
      <div class="segments">
        ${preferenceChoices[name].map(
          (choice) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                value=${choice}
                .checked=${choice === chosen}
                @change=${() => want(this, { kind: 'preferences', chosen: { [name]: choice } })}
              />${nameOf(choice)}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  /** Renders the choice of an audio output, if the browser supports it. */
  #renderOutput(): TemplateResult | typeof nothing {
    const { outputs, output } = this.store.listening;
    const { canChoose, found } = outputs.value;
    if (canChoose !== true) return nothing;
    if (found.length === 0) {
      return html`<div class="output">
        <span class="title">Sound output</span>
        <p class="help">Your browser lists your outputs once you allow this page to use a microphone. Nothing is recorded.</p>
        <button class="outlined find" @click=${() => want(this, { kind: 'look-for-outputs', ask: true })}>Show outputs</button>
      </div>`;
    }
    return html`<div class="output">
      <label class="title" for="output">Sound output</label>
      <p class="help">Only in this browser.</p>
      <select
        id="output"
        data-test="output"
        @change=${(event: Event) => want(this, { kind: 'output', deviceId: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${output.value === ''}>Default output</option>
        ${found.map(({ id, label }) => html`<option value=${id} ?selected=${id === output.value}>${label}</option>`)}
      </select>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-preferences': PreferencesForm;
  }
}
