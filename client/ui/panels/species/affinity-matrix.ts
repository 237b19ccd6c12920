import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { affinityIndex, speciesCount } from '../../../../shared/universe/index.ts';
import type { Store } from '../../../store/store.ts';
import { decimals } from '../../../words/decimals.ts';
import { html } from '../../../words/html.ts';
import { language } from '../../../words/languages.ts';
import { say } from '../../../words/words.ts';
import { HandHold } from '../../controls/hand-hold.ts';
import { inkOn } from '../../format.ts';
import { mayChange } from '../../../store/locks.ts';
import { want } from '../../intents.ts';
import { icon } from '../../parts/icon.ts';
import { styled } from '../../parts/styled.ts';
import { base } from '../../tokens.ts';
import { watchSignals } from '../../watch.ts';
import { affinityAfterDrag, answerToKey, changedCells, describeAffinity, livelyAffinities, shortAffinity } from './affinities.ts';
import { matrixStyles } from './matrix-styles.ts';
import { sleepOf } from './sleep.ts';

/** A shorter move, in px, is a tremble and not a drag. */
const meantPx = 3;
const doubleTapMs = 350;
/** Key under which other members see that the matrix is held. */
const touchKey = 'affinities';

const kinds = Array.from({ length: speciesCount }, (_, species) => species);

interface Cell {
  of: number;
  towards: number;
}

/** The matrix of affinities: a cell for each pair of species. Dragging up and down or a key changes it; a double tap resets it. */
@customElement('hu-affinity-matrix')
export class AffinityMatrix extends LitElement {
  static override styles = [base, matrixStyles];

  @property({ attribute: false }) store!: Store;
  /** The cell with the keyboard focus. The sentence below describes it. */
  @state() at: Cell = { of: 0, towards: 0 };
  #drag: { fromY: number; from: number; isMeant: boolean } | null = null;
  #lastTap: { at: Cell; ms: number } | null = null;
  readonly #handHold = new HandHold(this, (active) =>
    want(this, { kind: 'presence', act: { kind: 'touch', key: active ? touchKey : '' } }),
  );

  constructor() {
    super();
    watchSignals(this, () => {
      const { effectiveDocument, speciesColours, touches, members } = this.store ?? {};
      return [
        effectiveDocument?.value,
        this.store && mayChange(this.store, 'things'),
        speciesColours?.value,
        touches?.value,
        members?.value,
      ];
    });
  }

  protected override render(): TemplateResult {
    const { emitters } = this.store.effectiveDocument.value;
    const born = new Set(emitters.map(({ species }) => species));
    return html`<p class="legend">
        Each row is a species, each cell its affinity to another: green attracts, red repels.
        ${mayChange(this.store, 'things') ? say('Drag a cell up or down; a double tap clears it.') : nothing}
      </p>
      ${this.#renderSleep()}
      <div
        class="grid"
        role="grid"
        aria-label="Affinities; up and down change a cell, left and right go to the next"
        aria-readonly=${!mayChange(this.store, 'things')}
      >
        <div role="row">
          <span role="columnheader"><span class="unseen">towards</span></span>
          ${kinds.map((kind) => html`<span role="columnheader">${this.#renderKind(kind, born)}</span>`)}
        </div>
        ${kinds.map(
          (of) =>
            html`<div role="row">
              <span role="rowheader">${this.#renderKind(of, born)}</span>
              ${kinds.map((towards) => this.#renderCell({ of, towards }, born.has(of) && born.has(towards)))}
            </div>`,
        )}
      </div>
      ${this.#renderSentence()}${mayChange(this.store, 'things') ? this.#renderTools() : nothing}`;
  }

  #renderKind(kind: number, born: ReadonlySet<number>): TemplateResult {
    const colour = this.store.speciesColours.value[kind] ?? '#888888';
    const isBorn = born.has(kind);
    return html`<span
      class="kind ${isBorn ? '' : 'absent'}"
      title=${say(isBorn ? 'Species {number}' : 'Species {number}: no emitter emits it', { number: kind + 1 })}
      ${styled({ background: colour, color: inkOn(colour) })}
      >${kind + 1}</span
    >`;
  }

  #renderCell(cell: Cell, isBorn: boolean): TemplateResult {
    const { of, towards } = cell;
    const value = this.#valueAt(cell);
    const sense = value > 0 ? 'drawn' : value < 0 ? 'shy' : '';
    const isAt = this.at.of === of && this.at.towards === towards;
    const words = describeAffinity(of, towards, value);
    return html`<div role="gridcell">
      <div
        class="cell ${sense} ${of === towards ? 'own' : ''} ${isBorn ? '' : 'unborn'}"
        role="slider"
        tabindex=${isAt ? 0 : -1}
        data-cell="${of}-${towards}"
        data-help=${isBorn ? `${words}.` : say('{words}, once both exist.', { words })}
        aria-label="Species ${of + 1} towards species ${towards + 1}"
        aria-valuemin="-1"
        aria-valuemax="1"
        aria-valuenow=${value}
        aria-valuetext="${value.toLocaleString(language())}: ${words}"
        aria-disabled=${!mayChange(this.store, 'things')}
        ${styled({ '--amount': Math.abs(value) })}
        @focus=${() => (this.at = cell)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, cell)}
        @pointerdown=${(event: PointerEvent) => this.#grab(event, cell)}
        @pointermove=${(event: PointerEvent) => this.#pull(event, cell)}
        @pointerup=${() => this.#letGo(cell)}
        @pointercancel=${() => (this.#drag = null)}
      >
        ${shortAffinity(value)}
      </div>
    </div>`;
  }

  #renderSentence(): TemplateResult {
    const { touches, members } = this.store;
    const touch = members.value.find((member) => member.editing === touchKey && !member.isMe) ?? touches.value[touchKey];
    const value = this.#valueAt(this.at);
    return html`<p class="says">
      ${touch ? html`<i class="touch" title=${say('Last moved by {name}', { name: touch.name })} ${styled({ '--peer': touch.colour })}></i>` : nothing}
      <span>${describeAffinity(this.at.of, this.at.towards, value)}</span
      ><span class="number">${decimals(value, 2).replace('-', '−')}</span>
    </p>`;
  }

  #renderSleep(): TemplateResult | typeof nothing {
    const sleep = sleepOf(this.store.effectiveDocument.value, Math.random);
    if (!sleep) return nothing;
    return html`<div class="asleep">
      <span>${sleep.why}</span>
      ${
        mayChange(this.store, 'things')
          ? html`<button class="outlined" data-test="wake" @click=${() => sleep.wake.forEach((edit) => want(this, { kind: 'edit', edit }))}>
              ${sleep.offer}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderTools(): TemplateResult {
    const { affinities } = this.store.effectiveDocument.value;
    const isClear = affinities.every((value) => value === 0);
    return html`<div class="tools">
      <button class="outlined" @click=${() => this.#setAll(livelyAffinities(Math.random))}>${icon('dices', 16)} Surprise me</button>
      <button class="outlined" ?disabled=${isClear} @click=${() => this.#setAll(affinities.map(() => 0))}>
        ${icon('eraser', 16)} Clear all
      </button>
    </div>`;
  }

  #valueAt({ of, towards }: Cell): number {
    return this.store.effectiveDocument.value.affinities[affinityIndex(of, towards)];
  }

  #set(cell: Cell, value: number): void {
    if (!mayChange(this.store, 'things') || value === this.#valueAt(cell)) return;
    this.#handHold.hold();
    want(this, { kind: 'edit', edit: { kind: 'affinities.set', cells: [{ ...cell, value }] } });
  }

  #setAll(affinities: readonly number[]): void {
    const cells = changedCells(this.store.effectiveDocument.value.affinities, affinities);
    if (cells.length > 0) want(this, { kind: 'edit', edit: { kind: 'affinities.set', cells } });
  }

  #key(event: KeyboardEvent, cell: Cell): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = answerToKey(event.key, cell.of, cell.towards, this.#valueAt(cell));
    if (!answer) return;
    event.preventDefault();
    event.stopPropagation();
    if ('value' in answer) this.#set(cell, answer.value);
    else this.renderRoot.querySelector<HTMLElement>(`[data-cell="${answer.of}-${answer.towards}"]`)?.focus();
  }

  #grab(event: PointerEvent, cell: Cell): void {
    this.at = cell;
    if (!mayChange(this.store, 'things') || event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag = { fromY: event.clientY, from: this.#valueAt(cell), isMeant: false };
  }

  #pull(event: PointerEvent, cell: Cell): void {
    const drag = this.#drag;
    if (!drag) return;
    const upPx = drag.fromY - event.clientY;
    drag.isMeant ||= Math.abs(upPx) > meantPx;
    if (drag.isMeant) this.#set(cell, affinityAfterDrag(drag.from, upPx));
  }

  #letGo(cell: Cell): void {
    const drag = this.#drag;
    this.#drag = null;
    this.#handHold.release();
    if (!drag || drag.isMeant) {
      this.#lastTap = null;
      return;
    }
    const before = this.#lastTap;
    const ms = performance.now();
    const isSecond = before !== null && ms - before.ms < doubleTapMs && before.at.of === cell.of && before.at.towards === cell.towards;
    this.#lastTap = isSecond ? null : { at: cell, ms };
    if (isSecond) this.#set(cell, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-affinity-matrix': AffinityMatrix;
  }
}
