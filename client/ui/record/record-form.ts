import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ticksPerSecond } from '../../../shared/simulation/world.ts';
import {
  containers,
  frameRates,
  nameOfKind,
  readTime,
  recordKinds,
  type RecordKind,
  type RecordRequest,
  showTime,
  type SpanChoice,
  spanOf,
  type VideoChoice,
  videoSizes,
  type VideoSize,
} from '../../store/recording.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, sayParts } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { recordFormStyles } from './form-styles.ts';

const kindIcons: Record<RecordKind, IconName> = { sound: 'audio-lines', stems: 'layers', midi: 'file-music', video: 'film' };
const kindWords: Record<RecordKind, Sentence> = {
  sound: 'What you hear, as one WAV file.',
  stems: 'The full mix and each part of the music, as WAV files to mix elsewhere.',
  midi: 'The notes, as a MIDI file for other instruments and programs.',
  video: 'Picture and sound. The camera begins where yours is now.',
};
/** The names of unusual shapes. Other sizes are named by their height. */
const shapeWords: Partial<Record<VideoSize, Sentence>> = { square: 'Square', vertical: 'Vertical' };
const containerWords = { webm: 'WebM', mp4: 'MP4' } as const;

const spanNames = ['last-half', 'last-minute', 'all', 'between'] as const;
type SpanName = (typeof spanNames)[number];
const spanWords: Record<SpanName, Sentence> = {
  'last-half': 'Last 30 seconds',
  'last-minute': 'Last minute',
  all: 'From the start',
  between: 'From … to …',
};

/** Asks what to record of the open universe. */
@customElement('hu-record-form')
export class RecordForm extends LitElement {
  static override styles = [base, dialogStyles, recordFormStyles];

  @property({ attribute: false }) store!: Store;
  @state() what: RecordKind = 'sound';
  @state() span: SpanName = 'last-half';
  @state() from = '0:00';
  @state() to = '';
  @state() video: VideoChoice = { size: '720p', framesPerSecond: 30, container: 'webm' };

  constructor() {
    super();
    watchSignals(this, () => this.store?.scalars.value);
  }

  get #nowTick(): number {
    return this.store.scalars.value?.tick ?? 0;
  }

  protected override render(): TemplateResult {
    const request: RecordRequest = { what: this.what, span: this.#choice(), video: this.video };
    const { words, isFault } = this.#tell(request);
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!isFault) want(this, { kind: 'record', request });
      }}
    >
      <fieldset>
        <legend class="caption">What</legend>
        <div class="kinds">${recordKinds.map((kind) => this.#renderKind(kind))}</div>
        <p class="does">${say(kindWords[this.what])}</p>
      </fieldset>
      <fieldset>
        <legend class="caption">Time range</legend>
        <div class="spans">${spanNames.map((name) => this.#renderSpan(name))}</div>
        ${this.span === 'between' ? this.#renderTimes() : nothing}
      </fieldset>
      ${this.what === 'video' ? this.#renderVideo() : nothing}
      <footer>
        <p class=${isFault ? 'fault' : ''} role=${isFault ? 'alert' : nothing} data-test="record-words">${words}</p>
        <button class="primary" data-test="record-start" ?disabled=${isFault}>${icon('record')} Record</button>
      </footer>
    </form>`;
  }

  #choice(): SpanChoice {
    switch (this.span) {
      case 'last-half':
        return { kind: 'last', seconds: 30 };
      case 'last-minute':
        return { kind: 'last', seconds: 60 };
      case 'all':
        return { kind: 'all' };
      case 'between':
        return { kind: 'between', fromSeconds: readTime(this.from), toSeconds: readTime(this.to) };
    }
  }

  /** Returns the length of the recording, or the reason why it is impossible. */
  #tell(request: RecordRequest): { words: string; isFault: boolean } {
    try {
      const { fromTick, toTick } = spanOf(request, this.#nowTick);
      return { words: say('{length} long.', { length: showTime(Math.round((toTick - fromTick) / 6) / 10) }), isFault: false };
    } catch (error) {
      return { words: (error as RangeError).message, isFault: true };
    }
  }

  #renderKind(kind: RecordKind): TemplateResult {
    return html`<label>
      <input type="radio" name="what" value=${kind} .checked=${this.what === kind} @change=${() => (this.what = kind)} />
      ${icon(kindIcons[kind], 20)} ${nameOfKind(kind)}
    </label>`;
  }

  #renderSpan(name: SpanName): TemplateResult {
    const choose = () => {
      this.span = name;
      if (name === 'between' && this.to === '') this.to = showTime(Math.floor(this.#nowTick / ticksPerSecond));
    };
    return html`<label
      ><input type="radio" name="span" value=${name} .checked=${this.span === name} @change=${choose} /> ${say(spanWords[name])}</label
    >`;
  }

  #renderTimes(): TemplateResult {
    const field = (label: Sentence, value: string, change: (text: string) => void) =>
      html`<input
        aria-label=${say(label)}
        inputmode="text"
        autocomplete="off"
        .value=${value}
        @input=${(event: InputEvent) => change((event.target as HTMLInputElement).value)}
      />`;
    return html`<div class="times">
      ${sayParts('from {from} to {to}', {
        from: field('From, minutes and seconds', this.from, (text) => (this.from = text)),
        to: field('To, minutes and seconds', this.to, (text) => (this.to = text)),
      })}
      <span class="number">now ${showTime(Math.floor(this.#nowTick / ticksPerSecond))}</span>
    </div>`;
  }

  #renderVideo(): TemplateResult {
    const choose = (change: Partial<VideoChoice>) => (this.video = { ...this.video, ...change });
    const list = <T extends string | number>(
      label: Sentence,
      all: readonly T[],
      now: T,
      words: (value: T) => string,
      pick: (value: T) => void,
    ) =>
      html`<label
        >${say(label)}<select @change=${(event: Event) => pick(all[(event.target as HTMLSelectElement).selectedIndex])}>
          ${all.map((value) => html`<option value=${value} ?selected=${value === now}>${words(value)}</option>`)}
        </select></label
      >`;
    const { size, framesPerSecond, container } = this.video;
    const sizeOf = (name: VideoSize) => {
      const shape = shapeWords[name];
      return `${shape ? say(shape) : name}, ${videoSizes[name].width} × ${videoSizes[name].height}`;
    };
    return html`<div class="video">
      ${list('Size', Object.keys(videoSizes) as VideoSize[], size, sizeOf, (next) => choose({ size: next }))}
      ${list('Frames per second', frameRates, framesPerSecond, String, (next) => choose({ framesPerSecond: next }))}
      ${list(
        'File',
        containers,
        container,
        (name) => containerWords[name],
        (next) => choose({ container: next }),
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-record-form': RecordForm;
  }
}
