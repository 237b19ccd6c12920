import { css, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { reactions } from '../../../shared/room/chat.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { reactionNames, renderReaction } from './reaction-icons.ts';
import { onScreens } from '../screens.ts';

/** The reactions that the user can send; they rise over the stage for all members. */
@customElement('hu-reactions')
export class Reactions extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        justify-content: space-between;
        padding: 4px 8px;
      }
      button {
        width: 42px;
        min-height: 40px;
        padding: 0;
      }
      @media ${onScreens('phone', 'low')} {
        button {
          width: 48px;
          min-height: 44px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`${reactions.map(
      (reaction) =>
        html`<button
          title=${say(reactionNames[reaction])}
          aria-label=${say(reactionNames[reaction])}
          @click=${() => want(this, { kind: 'presence', act: { kind: 'react', reaction } })}
        >
          ${renderReaction(reaction, 22)}
        </button>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-reactions': Reactions;
  }
}
