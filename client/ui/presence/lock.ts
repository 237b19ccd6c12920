import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LockGroup } from '../../../shared/universe/index.ts';
import { isLocked } from '../../store/locks.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';

/** The button by which the owner of a universe locks or unlocks a group. Other members do not see it. */
@customElement('hu-lock')
export class Lock extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      button {
        flex: 1;
        padding: 0 8px;
        color: var(--text-soft);
        font-size: 13px;
        white-space: nowrap;
      }
      button[aria-pressed='true'] {
        color: var(--warm);
      }
      button.icon {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property() group: LockGroup = 'physics';
  /** Shows only the icon, where there is no room for words. */
  @property({ type: Boolean }) slim = false;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.locks.value, this.store?.universe.value?.role]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { locks, universe } = this.store;
    if (universe.value?.role !== 'owner') return nothing;
    const isOn = locks.value.includes(this.group);
    const words = say(isOn ? 'Unlock this for the others' : 'Lock this for the others');
    return html`<button
      class=${this.slim ? 'icon' : ''}
      data-lock=${this.group}
      title=${words}
      aria-label=${this.slim ? words : nothing}
      aria-pressed=${isOn}
      @click=${() => this.#turn(isOn)}
    >
      ${laterIcon(isOn ? 'lock' : 'lock-open', 14)} ${this.slim ? nothing : say(isOn ? 'Only you' : 'Lock')}
    </button>`;
  }

  #turn(isOn: boolean): void {
    const others = this.store.locks.value.filter((group) => group !== this.group);
    want(this, { kind: 'share', patch: { locks: isOn ? others : [...others, this.group] } });
  }
}

/** Shows that the owner has locked a group. */
@customElement('hu-locked')
export class Locked extends LitElement {
  static override styles = [
    base,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px 0;
        font-size: 13px;
        color: var(--warm);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property() group: LockGroup = 'physics';

  constructor() {
    super();
    watchSignals(this, () => this.store && isLocked(this.store, this.group));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!isLocked(this.store, this.group)) return nothing;
    return html`<p role="status" data-test="locked">${laterIcon('lock', 15)} Only the owner can change this at the moment.</p>`;
  }
}

/** A sign beside the name of a locked control. */
@customElement('hu-lock-mark')
export class LockMark extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
        color: var(--warm);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<span title="Locked: only the owner can change this">${laterIcon('lock', 12)}<span class="unseen">locked</span></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-lock': Lock;
    'hu-locked': Locked;
    'hu-lock-mark': LockMark;
  }
}
