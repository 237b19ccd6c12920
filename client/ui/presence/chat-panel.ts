import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type ChatLine, chatLimits } from '../../../shared/room/chat.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { describeTime } from '../format.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './reactions.ts';
import { given } from '../parts/given.ts';
import { isTouched, onScreens } from '../screens.ts';

/** The chat of the room: messages and reactions. */
@customElement('hu-chat-panel')
export class ChatPanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .soft {
        font-size: 12px;
        color: var(--text-soft);
      }
      .lines {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-height: 80px;
        max-height: min(42dvh, 380px);
        margin: 8px 0;
        padding: 8px 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        border-block: 1px solid var(--line);
      }
      .line b {
        font-weight: 600;
      }
      .line b::before {
        content: '';
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 6px;
        border-radius: 50%;
        background: var(--peer);
      }
      .line time {
        margin-left: 4px;
      }
      .line p {
        overflow-wrap: anywhere;
      }
      .empty {
        margin: auto;
        text-align: center;
      }
      form {
        display: flex;
        gap: 6px;
        margin-bottom: 4px;
      }
      form input {
        flex: 1;
        min-width: 0;
        height: 38px;
        padding: 0 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--well);
      }
      hu-reactions {
        margin: 0 -8px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        margin-top: 4px;
        border-top: 1px solid var(--line);
        cursor: pointer;
      }
      label input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      @media ${onScreens('phone', 'low')} {
        .lines {
          max-height: 26dvh;
        }
        form input,
        form button,
        label {
          height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('.lines') list!: HTMLElement;
  @query('form input') field!: HTMLInputElement | null;
  #shown = 0;

  constructor() {
    super();
    watchSignals(this, () => {
      const { chat, members, universe, spectatorsWrite } = this.store ?? {};
      return [chat?.value, members?.value, universe?.value, spectatorsWrite?.value];
    });
  }

  protected override firstUpdated(): void {
    // On a phone the keyboard would hide the messages.
    if (!isTouched()) this.field?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const last = this.store.chat.value.lines.at(-1)?.id ?? 0;
    if (last !== this.#shown) this.list.scrollTop = this.list.scrollHeight;
    this.#shown = last;
  }

  protected override render(): TemplateResult {
    const { lines } = this.store.chat.value;
    const role = this.store.universe.value?.role;
    const mayWrite = role !== 'spectator' || this.store.spectatorsWrite.value;
    return html`<p class="soft">Messages are not stored: they are gone when the last member leaves.</p>
      <div class="lines" role="log" aria-label="Chat" tabindex="0">
        ${lines.length === 0 ? html`<p class="soft empty">No messages yet.</p>` : nothing}
        ${repeat(
          lines,
          ({ id }) => id,
          (line) => this.#renderLine(line),
        )}
      </div>
      ${
        mayWrite
          ? html`<form @submit=${this.#say}>
              <input
                dir="auto"
                name="text"
                aria-label="Message to everyone"
                placeholder="Write a message"
                maxlength=${chatLimits.text.max}
                autocomplete="off"
              />
              <button class="primary">Send</button>
            </form>`
          : html`<p class="soft">You are watching: you can read and react.</p>`
      }
      <hu-reactions></hu-reactions>
      ${
        role === 'owner'
          ? html`<label
              ><input type="checkbox" .checked=${this.store.spectatorsWrite.value} @change=${this.#letWrite} /> Viewers can write</label
            >`
          : nothing
      }`;
  }

  #renderLine({ name, colour, text, atMs }: ChatLine): TemplateResult {
    return html`<div class="line" ${styled({ '--peer': colour })}>
      <b>${given(name)}</b><time class="soft number" datetime=${new Date(atMs).toISOString()}>${describeTime(new Date(atMs))}</time>
      <p dir="auto">${text}</p>
    </div>`;
  }

  readonly #say = (event: SubmitEvent) => {
    event.preventDefault();
    const text = this.field!.value.trim();
    if (text === '') return;
    want(this, { kind: 'presence', act: { kind: 'say', text } });
    this.field!.value = '';
  };

  readonly #letWrite = (event: Event) => {
    want(this, { kind: 'share', patch: { spectatorsWrite: (event.target as HTMLInputElement).checked } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-chat-panel': ChatPanel;
  }
}
