import { LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pitchClassOf, scaleOf, tonicOf } from '../../../shared/music/index.ts';
import { musicParameters } from '../../../shared/parameters/music.ts';
import { type HandsAct, octaveLimit } from '../../store/hands.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { stripStyles } from '../parts/strip-styles.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { keysStyles } from './keys-styles.ts';
import { midiOfPad, type Pad, padRows } from './pads.ts';

/** Velocity of a pad that is struck at its upper edge, and at its lower edge. */
const softest = 0.4;
const hardest = 1;

/** The keyboard layout of this computer, if the browser reports it. */
interface LayoutNavigator {
  keyboard?: { getLayoutMap(): Promise<ReadonlyMap<string, string>> };
}

/** Two rows of pads, all in key: for fingers, and to show the computer keys and the notes that sound. */
@customElement('hu-play-keys')
export class PlayKeys extends LitElement {
  static override styles = [base, stripStyles, keysStyles];

  @property({ attribute: false }) store!: Store;
  @state() layout: ReadonlyMap<string, string> | null = null;
  readonly #fingers = new Set<number>();

  constructor() {
    super();
    watchSignals(this, () => {
      const { effectiveDocument, keys, pressed, sounding } = this.store ?? {};
      return [effectiveDocument?.value, keys?.value, pressed?.value, sounding?.value];
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void (navigator as LayoutNavigator).keyboard?.getLayoutMap().then((layout) => (this.layout = layout));
  }

  protected override render(): TemplateResult {
    const { octave } = this.store.keys.value;
    const shift = (by: number, name: 'minus' | 'plus', words: Sentence, key: string) =>
      html`<button
        class="icon"
        title="${say(words)} (${this.#printed(`Key${key}`, key)})"
        aria-label=${say(words)}
        ?disabled=${octave === by * octaveLimit}
        @click=${() => this.#act({ kind: 'octave', by })}
      >
        ${icon(name, 16)}
      </button>`;
    return html`<div class="bar">
        <span class="words">Every key is in key</span>
        ${shift(-1, 'minus', 'An octave down', 'Z')}
        <span class="octave number" aria-live="polite">Octave ${octave > 0 ? `+${octave}` : octave}</span>
        ${shift(1, 'plus', 'An octave up', 'X')}
        <button
          class="connect"
          title="MIDI devices, and a sound that moves your picture"
          @click=${() => want(this, { kind: 'dialog', dialog: 'connect' })}
        >
          ${icon('plug', 16)} Connect
        </button>
        <button class="icon" title="Close (P)" aria-label="Close the keys" @click=${() => this.#act({ kind: 'keys', isOpen: false })}>
          ${icon('x', 16)}
        </button>
      </div>
      <div
        class="rows"
        role="group"
        aria-label="Keys that play"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
        @lostpointercapture=${this.#up}
        @contextmenu=${(event: Event) => event.preventDefault()}
      >
        ${padRows.toReversed().map((row) => html`<div class="row ${row[0].row > 0 ? 'upper' : 'lower'}">${row.map((pad) => this.#renderPad(pad))}</div>`)}
      </div>`;
  }

  #renderPad(pad: Pad): TemplateResult {
    const midi = this.#midiOf(pad);
    const { pressed, sounding, effectiveDocument } = this.store;
    const isTonic = pitchClassOf(midi) === tonicOf(effectiveDocument.value.parameters.key);
    const states = [isTonic && 'tonic', sounding.value.has(midi) && 'sounding', pressed.value.has(midi) && 'pressed'].filter(Boolean);
    return html`<span class="pad ${states.join(' ')}" data-code=${pad.code} data-midi=${midi}
      ><b>${musicParameters.key.choices[pitchClassOf(midi)]}</b><kbd>${this.#printed(pad.code, pad.letter)}</kbd></span
    >`;
  }

  #midiOf(pad: Pick<Pad, 'row' | 'place'>): number {
    const { parameters } = this.store.effectiveDocument.value;
    return midiOfPad(pad, scaleOf(parameters), tonicOf(parameters.key), this.store.keys.value.octave);
  }

  #printed(code: string, letter: string): string {
    return (this.layout?.get(code) ?? letter).toUpperCase();
  }

  /** Returns the pad under a pointer, and the velocity there. */
  #padAt({ clientX, clientY }: PointerEvent): { midi: number; velocity: number } | null {
    const pad = this.shadowRoot?.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.pad');
    if (!pad) return null;
    const { top, height } = pad.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientY - top) / Math.max(1, height)));
    return { midi: Number(pad.dataset.midi), velocity: softest + (hardest - softest) * share };
  }

  readonly #down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#fingers.add(event.pointerId);
    this.#move(event);
  };

  readonly #move = (event: PointerEvent) => {
    if (!this.#fingers.has(event.pointerId)) return;
    const source = `touch:${event.pointerId}`;
    const struck = this.#padAt(event);
    this.#act(struck ? { kind: 'press', source, ...struck } : { kind: 'release', source });
  };

  readonly #up = (event: PointerEvent) => {
    if (this.#fingers.delete(event.pointerId)) this.#act({ kind: 'release', source: `touch:${event.pointerId}` });
  };

  #act(act: HandsAct): void {
    want(this, { kind: 'hands', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-play-keys': PlayKeys;
  }
}
