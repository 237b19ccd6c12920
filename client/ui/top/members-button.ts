import { css, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { isOnScreens, onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { avatarStyles, renderAvatar } from './avatar.ts';

const maxFaces = 4;

/** The members who are present, as avatars that open a list. */
@customElement('hu-members-button')
export class MembersButton extends OwnTaskElement {
  static override styles = [
    base,
    avatarStyles,
    css`
      :host {
        position: relative;
        display: block;
        text-shadow: none;
      }
      .faces {
        gap: 0;
        padding: 0 6px 0 12px;
      }
      .faces {
        position: relative;
      }
      b {
        position: absolute;
        right: -4px;
        top: -3px;
        min-width: 17px;
        padding: 0 4px;
        border-radius: 9px;
        background: var(--accent);
        color: var(--ink);
        font-size: 11px;
        line-height: 17px;
      }
      .face.rest {
        color: var(--text);
        font-size: 11px;
      }
      @media ${onScreens('phone', 'low')} {
        .faces {
          padding: 0 2px 0 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property({ type: Boolean, reflect: true }) open = false;
  @query('.faces') faces!: HTMLButtonElement | null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.members.value, this.store?.chat.value.unread]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#pressedElsewhere);
    this.addEventListener('keydown', this.#escaped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#pressedElsewhere);
    this.removeEventListener('keydown', this.#escaped);
  }

  protected override render(): TemplateResult | typeof nothing {
    const members = this.store.members.value;
    if (members.length === 0) return nothing;
    const most = innerWidth < 480 || isOnScreens('low') ? 2 : maxFaces;
    const shown = members.length > most + 1 ? members.slice(0, most) : members.slice(0, most + 1);
    const { unread } = this.store.chat.value;
    const raised = members.filter((member) => member.raised > 0).length;
    const words = [
      members.length === 1 ? say('Only you are here') : say('{count} are here', { count: members.length }),
      ...(raised > 0 ? [raised === 1 ? say('a hand is raised') : say('{count} hands are raised', { count: raised })] : []),
      ...(unread > 0 ? [say('{count} unread in the chat', { count: unread })] : []),
    ].join(', ');
    return html`<button class="faces" aria-expanded=${this.open} aria-label="${words}. Show members" title=${words} @click=${this.#toggle}>
        ${shown.map(renderAvatar)}
        ${members.length > shown.length ? html`<span class="face rest">+${members.length - shown.length}</span>` : nothing}
        ${unread > 0 ? html`<b class="number">${unread > 99 ? '99+' : unread}</b>` : nothing}
      </button>
      ${this.open ? html`<hu-member-list .store=${this.store} @hu-done=${this.#close}></hu-member-list>` : nothing}`;
  }

  readonly #toggle = () => {
    this.open = !this.open;
    // Loads the list when it is opened for the first time.
    if (this.open) void import('../presence/member-list.ts');
  };

  #pressedElsewhere = (event: PointerEvent) => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };

  #escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#close();
  };

  readonly #close = () => {
    this.open = false;
    this.faces?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-members-button': MembersButton;
  }
}
