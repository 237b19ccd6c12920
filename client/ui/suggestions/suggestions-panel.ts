import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isParameterKey, type ValueField } from '../../../shared/parameters/index.ts';
import { type Scope, scopes } from '../../../shared/suggestion/index.ts';
import { type LockGroup, tracksOf } from '../../../shared/universe/index.ts';
import { isLocked } from '../../store/locks.ts';
import type { Store } from '../../store/store.ts';
import { middlePlace, type Proposal, proposalOf, type SuggestionsAct, type SuggestionsView } from '../../store/suggestions.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, saySense } from '../../words/words.ts';
import { choiceStyles } from '../controls/choice-styles.ts';
import '../controls/field-control.ts';
import type { FieldChange } from '../controls/field-control.ts';
import { want } from '../intents.ts';
import { foldStyles, renderFold } from '../panels/fold.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './aim-pad.ts';
import { changesText } from './change-words.ts';
import { suggestionsStyles } from './panel-styles.ts';
import { PressHold } from './press-hold.ts';
import './suggestion-gallery.ts';
import type { SuggestionGallery } from './suggestion-gallery.ts';
import { renderWhy, whyStyles } from './why.ts';

const scopeWords: Readonly<Record<Scope, { label: Sentence; group: LockGroup }>> = {
  physics: { label: 'Motion', group: 'physics' },
  music: { label: 'Music', group: 'music' },
  sound: { label: 'Sound', group: 'audio' },
  look: { label: 'Look', group: 'visualization' },
  things: { label: 'Emitters and wells', group: 'things' },
};

const amountHelp: Sentence = 'How far suggestions are from the universe in the middle.';
const amountField: ValueField = {
  kind: 'number',
  label: 'How far',
  unit: '%',
  min: 5,
  max: 100,
  step: 5,
  default: 40,
  scale: 'linear',
  help: amountHelp,
};

const longestSentence = 120;

/** Suggestions: universes around the open one, pads and words that lead to others, and keeping one. */
@customElement('hu-suggestions-panel')
export class SuggestionsPanel extends LitElement {
  static override styles = [base, choiceStyles, foldStyles, whyStyles, suggestionsStyles];

  @property({ attribute: false }) store!: Store;
  @state() isWhyOpen = false;
  @state() areScopesOpen = false;
  @query('hu-suggestion-gallery') gallery!: SuggestionGallery | null;
  readonly #hold = new PressHold((place) => this.#want({ kind: 'hear', place }), 0);

  constructor() {
    super();
    watchSignals(this, () => {
      const { suggestions, canEdit, locks, audio, authoredDocument } = this.store ?? {};
      return [suggestions?.value, canEdit?.value, locks?.value, audio?.value.state, authoredDocument?.value.storyboard];
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold.end();
  }

  protected override render(): TemplateResult {
    const view = this.store.suggestions.value;
    const proposal = proposalOf(view);
    return html`<hu-suggestion-gallery role="group" aria-label="Suggestions" .store=${this.store}></hu-suggestion-gallery>
      ${this.#renderSaid(view, proposal)} ${proposal ? this.#renderProposal(view, proposal) : nothing} ${this.#renderSteps(view)}
      <div class="row">
        <button class="outlined" data-test="others" @click=${() => this.#want({ kind: 'others' })}>${icon('restart', 14)} Others</button>
        <button class="outlined" data-test="surprise" @click=${() => this.#leave({ kind: 'surprise' })}>
          ${icon('dices', 14)} Surprise me
        </button>
      </div>
      ${this.#renderWords(view)}
      <div class="pads">
        <hu-aim-pad
          role="group"
          aria-label="Motion and notes"
          across="wild"
          up="dense"
          .at=${view.at}
          @hu-intent=${this.#shootFirst}
        ></hu-aim-pad>
        <hu-aim-pad
          role="group"
          aria-label="Light and tension"
          across="bright"
          up="tense"
          .at=${view.at}
          @hu-intent=${this.#shootFirst}
        ></hu-aim-pad>
      </div>
      <div class="folds">
        ${renderFold({
          topic: 'scopes',
          title: say('What may change'),
          changed: scopes.length - view.scopes.length,
          isOpen: this.areScopesOpen,
          toggle: () => (this.areScopesOpen = !this.areScopesOpen),
          content: () => this.#renderFreedom(view),
        })}
        ${
          proposal
            ? renderFold({
                topic: 'why',
                title: say('Why'),
                changed: 0,
                isOpen: this.isWhyOpen,
                toggle: () => (this.isWhyOpen = !this.isWhyOpen),
                content: () => renderWhy(proposal),
              })
            : nothing
        }
      </div>`;
  }

  /** Says what is in the middle. */
  #renderSaid({ status, message }: SuggestionsView, proposal: Proposal | null): TemplateResult {
    if (status === 'failed') return html`<p class="said" role="alert">${message}</p>`;
    if (proposal) return html`<p class="said" role="status" data-test="said">${changesText(proposal.explanation.changes)}</p>`;
    return html`<p class="said soft">
      Your universe is in the middle. Choose one around it, and the next eight are like that one. Hold one to hear it.
    </p>`;
  }

  #renderProposal(view: SuggestionsView, proposal: Proposal): TemplateResult {
    const { audio, canEdit } = this.store;
    const isHeard = view.heard === middlePlace;
    const canHear = audio.value.state === 'running' && !view.isPresentShown;
    return html`<div class="segments" role="radiogroup" aria-label="In the middle">
        ${([true, false] as const).map(
          (isPresent) =>
            html`<label
              ><input
                type="radio"
                name="middle"
                .checked=${live(view.isPresentShown === isPresent)}
                @change=${() => this.#want({ kind: 'compare', isPresentShown: isPresent })}
              />${isPresent ? saySense('Present (universe)') : say('Proposal')}</label
            >`,
        )}
      </div>
      <div class="row">
        <button
          class="outlined"
          data-test="hear"
          aria-pressed=${isHeard}
          ?disabled=${!canHear}
          data-help=${audio.value.state === 'running' ? say('Hold it to hear the proposal in place of your universe.') : say('Turn the sound on to hear suggestions.')}
          @pointerdown=${(event: PointerEvent) => event.button === 0 && this.#hold.begin(middlePlace)}
          @pointerup=${this.#hold.end}
          @pointercancel=${this.#hold.end}
          @pointerleave=${this.#hold.end}
          @blur=${this.#hold.end}
          @keydown=${(event: KeyboardEvent) => [' ', 'Enter'].includes(event.key) && !event.repeat && this.#hold.begin(middlePlace)}
          @keyup=${this.#hold.end}
          @contextmenu=${(event: Event) => event.preventDefault()}
        >
          ${icon('listen', 14)} ${isHeard ? say('Heard now') : say('Hold to hear')}
        </button>
        ${
          canEdit.value
            ? html`<button class="primary" data-test="keep" @click=${() => this.#want({ kind: 'keep' })}>${icon('check', 16)} Keep</button>`
            : nothing
        }
      </div>
      ${canEdit.value ? nothing : html`<p class="soft" data-test="watching">You are watching. Remix the universe to keep a suggestion in a copy of your own.</p>`}
      ${
        canEdit.value && this.#isOnStoryboard(proposal)
          ? html`<p class="soft">What it changes is no longer moved by the storyboard.</p>`
          : nothing
      }`;
  }

  /** Whether the storyboard moves what the proposal changes. */
  #isOnStoryboard({ explanation: { parameters, things } }: Proposal): boolean {
    const tracks = tracksOf(this.store.authoredDocument.value.storyboard?.points ?? []);
    return tracks.some(({ name }) => (isParameterKey(name) ? parameters.includes(name) : things));
  }

  #renderSteps({ steps, step: shown }: SuggestionsView): TemplateResult | typeof nothing {
    if (steps.length < 2) return nothing;
    return html`<div class="steps" role="group" aria-label="Earlier choices">
      ${steps.map(({ proposal, picture }, step) => {
        const words = proposal
          ? `${say('Choice {number}', { number: step })}: ${changesText(proposal.explanation.changes)}`
          : say('Present: the universe as it is');
        return html`<button
          aria-label=${words}
          title=${words}
          aria-current=${step === shown ? 'step' : nothing}
          @click=${() => this.#leave({ kind: 'go', step })}
        >
          ${picture === '' ? nothing : html`<img src=${picture} alt="" />`}<span>${proposal ? step : icon('orbit', 11)}</span>
        </button>`;
      })}
    </div>`;
  }

  #renderWords({ chips, unknown }: SuggestionsView): TemplateResult {
    return html`<form @submit=${this.#read}>
        <input
          name="sentence"
          maxlength=${longestSentence}
          autocomplete="off"
          placeholder="a rainy night"
          aria-label="What it should be like"
        />
        <button class="outlined">Go</button>
      </form>
      ${
        chips.length === 0
          ? nothing
          : html`<ul class="chips" aria-label="Understood">
              ${chips.map(
                ({ text }, index) =>
                  html`<li>
                    <button aria-label="Leave out ${text}" @click=${() => this.#want({ kind: 'drop-chip', index })}>
                      ${text} ${icon('x', 12)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${unknown.length === 0 ? nothing : html`<p class="soft" role="status">Not understood: ${unknown.join(', ')}</p>`}`;
  }

  #renderFreedom({ scopes: free, amount }: SuggestionsView): TemplateResult {
    return html`<fieldset>
        <legend class="unseen">What may change</legend>
        ${scopes.map((scope) => {
          const { label, group } = scopeWords[scope];
          const isShut = isLocked(this.store, group);
          return html`<label class="scope"
            ><input
              type="checkbox"
              data-scope=${scope}
              .checked=${live(free.includes(scope) && !isShut)}
              ?disabled=${isShut}
              @change=${(event: Event) => this.#want({ kind: 'scope', scope, isFree: (event.target as HTMLInputElement).checked })}
            />${isShut ? html`${laterIcon('lock', 12)}<span class="unseen">locked</span>` : nothing}${say(label)}</label
          >`;
        })}
      </fieldset>
      <hu-field
        name="suggestion-amount"
        .field=${amountField}
        .value=${Math.round(amount * 100)}
        @field-change=${(event: CustomEvent<FieldChange>) => {
          event.stopPropagation();
          this.#want({ kind: 'amount', amount: Number(event.detail.value) / 100 });
        }}
        @field-touch=${(event: Event) => event.stopPropagation()}
      ></hu-field>`;
  }

  #read = (event: SubmitEvent) => {
    event.preventDefault();
    const sentence = String(new FormData(event.currentTarget as HTMLFormElement).get('sentence')).trim();
    if (sentence !== '') this.#leave({ kind: 'read', sentence });
  };

  /** Does what brings something else to the middle. */
  #leave(act: SuggestionsAct): void {
    this.#shootFirst();
    this.#want(act);
  }

  readonly #shootFirst = () => this.gallery?.keepPicture();

  #want(act: SuggestionsAct): void {
    want(this, { kind: 'suggestions', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-suggestions-panel': SuggestionsPanel;
  }
}
