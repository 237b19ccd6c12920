import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberView, Store } from '../../store/store.ts';
import type { PresenceAct } from '../../store/presence.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { renderReaction } from './reaction-icons.ts';
import { onScreens } from '../screens.ts';

/** The layer above the stage: a frame in the colour of the member whose view is shown, and reactions that rise. */
@customElement('hu-presence-overlay')
export class PresenceOverlay extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      .frame {
        position: absolute;
        inset: 0;
        border: 3px solid var(--peer);
      }
      .banner {
        position: absolute;
        top: var(--banner, 68px);
        left: 50%;
        translate: -50% 0;
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: calc(100vw - 32px);
        padding-left: 14px;
        border-radius: 18px;
        background: var(--peer);
        color: var(--ink);
        font-size: 13px;
        font-weight: 600;
        pointer-events: auto;
      }
      .banner [data-test='back'] {
        margin-left: -14px;
        padding: 0 16px;
      }
      .banner span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .banner button {
        border-radius: 18px;
      }
      .rising {
        position: absolute;
        bottom: 150px;
        translate: -50% 0;
        filter: drop-shadow(0 1px 6px rgb(0 0 0 / 0.6));
        animation: rise 2.2s ease-out both;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(30px) scale(0.6);
        }
        20% {
          opacity: 1;
          transform: translateY(0) scale(1);
        }
        to {
          opacity: 0;
          transform: translateY(-38dvh) scale(1);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .rising {
          animation-name: fade;
        }
        @keyframes fade {
          20%,
          70% {
            opacity: 1;
          }
          from,
          to {
            opacity: 0;
          }
        }
      }
      @media ${onScreens('phone', 'low')} {
        .banner button {
          width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => {
      const { members, following, rising, presenter, looksAway, universe } = this.store ?? {};
      return [members?.value, following?.value, rising?.value, presenter?.value, looksAway?.value, universe?.value?.role];
    });
  }

  protected override render(): TemplateResult {
    return html`${this.#renderLeader()}
    ${repeat(
      this.store.rising.value,
      ({ id }) => id,
      ({ at, reaction }) =>
        html`<span class="rising" data-reaction=${reaction} aria-hidden="true" ${styled({ left: `${15 + at * 55}%` })}
          >${renderReaction(reaction, 40)}</span
        >`,
    )}`;
  }

  #renderLeader(): TemplateResult | typeof nothing {
    const { members, following, presenter, looksAway, universe } = this.store;
    const byId = (wanted: string) => members.value.find(({ id }) => id === wanted);
    const leader = byId(following.value);
    if (leader) return this.#renderFrame(leader, say('Following {name}', { name: leader.name }), 'follow');
    const presenting = byId(presenter.value);
    if (!presenting) return nothing;
    if (presenting.isMe) return this.#renderFrame(presenting, say('You are presenting: viewers see what you see'), 'present');
    if (universe.value?.role !== 'spectator') return nothing;
    if (!looksAway.value) return this.#renderFrame(presenting, say('{name} presents', { name: presenting.name }), 'away');
    return html`<div class="banner" ${styled({ '--peer': presenting.colour })}>
      <button data-test="back" @click=${() => this.#act({ kind: 'back' })}>Back to the presenter</button>
    </div>`;
  }

  #renderFrame(leader: MemberView, words: string, kind: 'follow' | 'present' | 'away'): TemplateResult {
    const end = say(kind === 'present' ? 'Stop presenting' : 'Stop following');
    return html`<div class="frame" ${styled({ '--peer': leader.colour })}></div>
      <div class="banner" role="status" data-test="following" ${styled({ '--peer': leader.colour })}>
        <span>${words}</span>
        <button
          class="icon"
          title=${kind === 'follow' ? say('Stop following (Esc)') : end}
          aria-label=${end}
          @click=${() => this.#act(kind === 'away' ? { kind: 'look-away' } : { kind, memberId: '' })}
        >
          ${icon('x', 16)}
        </button>
      </div>`;
  }

  #act(act: PresenceAct): void {
    want(this, { kind: 'presence', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-presence-overlay': PresenceOverlay;
  }
}
