import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { slotOfCause } from '../../../../shared/simulation/cause.ts';
import { causeOf } from '../../../../shared/simulation/note.ts';
import { type HeardNote, isLeftOut, type MutedCause, sameCause } from '../../../store/listening.ts';
import type { Store } from '../../../store/store.ts';
import { html } from '../../../words/html.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say, sayText } from '../../../words/words.ts';
import { labelOfChoice } from '../../format.ts';
import { want } from '../../intents.ts';
import { icon } from '../../parts/icon.ts';
import { base } from '../../tokens.ts';
import { watchSignals } from '../../watch.ts';
import { eventStyles } from './event-styles.ts';
import { partWords, playerName, soundName } from './note-words.ts';

const rows = 24;

/** Labels of the buttons that leave out a cause of notes, or bring it back. */
const muteWords: Readonly<Record<MutedCause['kind'], { hear: Sentence; leaveOut: Sentence }>> = {
  rule: { hear: 'Hear this reason', leaveOut: 'Leave out this reason' },
  entity: { hear: 'Hear this particle', leaveOut: 'Leave out this particle' },
};

/** The latest notes and their causes. A note shows its particle, and each cause can be left out. */
@customElement('hu-event-list')
export class EventList extends LitElement {
  static override styles = [base, eventStyles];

  @property({ attribute: false }) store!: Store;
  /** The rows from the time when the pointer arrived, so that no row moves under the pointer. */
  @state() held: readonly HeardNote[] | null = null;

  constructor() {
    super();
    watchSignals(this, () => {
      const { heard, chosen, leftOut, isChosenAlive } = this.store?.listening ?? {};
      return [heard?.value, chosen?.value, leftOut?.value, isChosenAlive?.value];
    });
  }

  protected override render(): TemplateResult {
    const { heard, chosen, leftOut } = this.store.listening;
    const shown = (this.held ?? heard.value).slice(0, rows);
    return html`${chosen.value ? this.#renderChosen(chosen.value) : nothing} ${leftOut.value.length > 0 ? this.#renderLeftOut() : nothing}
      <ol
        @pointerenter=${() => (this.held = heard.value)}
        @pointerleave=${() => (this.held = null)}
        @focusin=${() => (this.held ??= heard.value)}
        @focusout=${() => (this.held = null)}
      >
        ${repeat(
          shown,
          ({ id }) => id,
          (entry) => this.#renderRow(entry, chosen.value?.id === entry.id),
        )}
      </ol>
      ${shown.length === 0 ? html`<p class="soft">Nothing has sounded yet.</p>` : nothing}`;
  }

  #renderRow(entry: HeardNote, isChosen: boolean): TemplateResult {
    const { note } = entry;
    const isSilent = isLeftOut(note, this.store.listening.leftOut.value);
    return html`<li>
      <button
        class="row ${isSilent ? 'silent' : ''}"
        aria-pressed=${isChosen}
        @click=${() => want(this, { kind: 'choose-note', heard: isChosen ? null : entry })}
      >
        <b>${soundName(note)}</b><span class="part">${say(partWords[note.part])}</span
        ><span class="why">${sayText(labelOfChoice(note.rule))}</span>
      </button>
    </li>`;
  }

  #renderChosen({ note }: HeardNote): TemplateResult {
    const slot = slotOfCause(note.cause);
    return html`<div class="chosen" data-test="chosen-note">
      <p><b>${soundName(note)}</b> ${sayText(causeOf(note.rule))} ${slot === null ? nothing : this.#renderPlayer(slot)}</p>
      <div class="ways">
        ${this.#renderMute({ kind: 'rule', rule: note.rule })}
        ${slot === null ? nothing : this.#renderMute({ kind: 'entity', entity: note.cause })}
        <button class="icon" aria-label="Deselect" @click=${() => want(this, { kind: 'choose-note', heard: null })}>
          ${icon('x', 16)}
        </button>
      </div>
    </div>`;
  }

  #renderPlayer(slot: number): TemplateResult {
    const isAlive = this.store.listening.isChosenAlive.value;
    const words: Sentence = isAlive
      ? 'It was particle {number}, ringed in the picture.'
      : 'It was particle {number}, which no longer exists.';
    return html`<span>${say(words, { number: slot + 1 })}</span>`;
  }

  #renderMute(cause: MutedCause): TemplateResult {
    const { hear, leaveOut } = muteWords[cause.kind];
    const isOut = this.store.listening.leftOut.value.some((other) => sameCause(other, cause));
    return html`<button
      class="outlined"
      aria-pressed=${isOut}
      data-help="Leaves out the notes with this cause, only for you."
      @click=${() => want(this, { kind: 'leave-out', cause, isLeftOut: !isOut })}
    >
      ${icon(isOut ? 'volume' : 'volume-off', 16)} ${say(isOut ? hear : leaveOut)}
    </button>`;
  }

  #renderLeftOut(): TemplateResult {
    return html`<ul class="out" aria-label="Left out">
      ${this.store.listening.leftOut.value.map(
        (cause) =>
          html`<li>
            <button title="Hear it again" @click=${() => want(this, { kind: 'leave-out', cause, isLeftOut: false })}>
              ${cause.kind === 'rule' ? sayText(labelOfChoice(cause.rule)) : playerName(cause.entity)} ${icon('x', 14)}
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-event-list': EventList;
  }
}
