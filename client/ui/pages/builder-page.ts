import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type PanelName, panelNames, type Store } from '../../store/store.ts';
import { want } from '../intents.ts';
import '../panels/parameter-panel.ts';
import '../panels/things-panel.ts';
import '../parts/dialogs.ts';
import { icon, type IconName } from '../parts/icon.ts';
import '../parts/stage-overlay.ts';
import { styled } from '../parts/styled.ts';
import '../parts/transport-bar.ts';
import { panelTitle } from '../shortcuts.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';
import { builderStyles } from './builder-styles.ts';

const panelIcons: Record<PanelName, IconName> = {
  physics: 'orbit',
  music: 'music',
  audio: 'audio-lines',
  visualization: 'palette',
  coupling: 'waypoints',
  things: 'sparkles',
};

const statusWords = { connecting: 'Connecting', online: 'Live', reconnecting: 'Reconnecting', refused: 'Not connected', closed: 'Closed' };

/** The stage, full-bleed, and everything that floats above it. The app puts its canvas into the slot. */
@customElement('hu-builder-page')
export class BuilderPage extends LitElement {
  static override styles = [base, builderStyles];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    new Watch(this, () => [
      this.store?.universe.value,
      this.store?.panel.value,
      this.store?.members.value,
      this.store?.connection.value,
      this.store?.picture.value,
      this.store?.canEdit.value,
    ]);
  }

  protected override render(): TemplateResult {
    const { store } = this;
    return html`<slot></slot>
      <hu-stage-overlay .store=${store}></hu-stage-overlay>
      ${this.#renderTop()} ${this.#renderNotice()} ${store.panel.value ? this.#renderPanel(store.panel.value) : nothing}
      <nav class="tabs" aria-label="Panels">
        ${panelNames.map(
          (name) =>
            html`<button
              data-panel=${name}
              title=${panelTitle(name)}
              aria-pressed=${store.panel.value === name}
              @click=${() => want(this, { kind: 'panel', panel: store.panel.value === name ? null : name })}
            >
              ${icon(panelIcons[name], 20)}<span>${name === 'things' ? 'Things' : panelTitle(name)}</span>
            </button>`,
        )}
      </nav>
      <hu-transport .store=${store}></hu-transport>
      <hu-dialogs .store=${store}></hu-dialogs>`;
  }

  #renderTop(): TemplateResult {
    const { universe, members, connection, canEdit } = this.store;
    const { status, message } = connection.value;
    return html`<header class="top">
      <a class="home" href="/" title="All universes" aria-label="All universes" @click=${this.#goHome}>${icon('arrow-left', 20)}</a>
      <div class="title">
        <h1>${universe.value?.name ?? ' '}</h1>
        <span class="status ${status}" title=${message} data-test="connection">${statusWords[status]}</span>
        ${universe.value && !canEdit.value ? html`<span class="status watching">${icon('eye', 13)} Watching</span>` : nothing}
      </div>
      <div class="people" aria-label="People here">
        ${members.value
          .slice(0, 6)
          .map(
            (member) =>
              html`<span
                class="person"
                title="${member.name}${member.isMe ? ' (you)' : ''} · ${member.role}${member.editing ? ` · ${member.editing}` : ''}"
                ${styled({ background: member.colour })}
                >${member.name.charAt(0).toUpperCase()}</span
              >`,
          )}
        ${members.value.length > 6 ? html`<span class="person rest">+${members.value.length - 6}</span>` : nothing}
      </div>
      <button class="wide" title="Make it a universe of your own" @click=${() => want(this, { kind: 'remix' })}>
        ${icon('remix')} Remix
      </button>
      <button class="outlined" title="Share (S)" @click=${() => want(this, { kind: 'dialog', dialog: 'share' })}>
        ${icon('share')} <span class="wide">Share</span>
      </button>
      <button
        class="icon wide"
        title="Keyboard (?)"
        aria-label="Keyboard"
        @click=${() => want(this, { kind: 'dialog', dialog: 'shortcuts' })}
      >
        ${icon('keyboard')}
      </button>
      <button class="icon" title="Full screen (F)" aria-label="Full screen" @click=${() => want(this, { kind: 'fullscreen' })}>
        ${icon('maximize')}
      </button>
    </header>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    const { notice, drawnShare, lagSeconds } = this.store.picture.value;
    const { status, message } = this.store.connection.value;
    if (status === 'reconnecting' && message) return html`<p class="notice" role="status">${message}</p>`;
    if (notice) return html`<p class="notice" role="status" data-test="notice">${notice}</p>`;
    if (lagSeconds > 2) return html`<p class="notice" role="status">Catching up with the others: ${lagSeconds} s to go.</p>`;
    if (drawnShare < 0.99) {
      return html`<p class="notice quiet">
        Drawing ${Math.round(drawnShare * 100)} % of the particles on this device; all of them are simulated.
      </p>`;
    }
    return nothing;
  }

  #renderPanel(name: PanelName): TemplateResult {
    return html`<aside class="panel" aria-label=${panelTitle(name)}>
      <header>
        <h2>${panelTitle(name)}</h2>
        <button class="icon" aria-label="Close panel" title="Hide (H)" @click=${() => want(this, { kind: 'panel', panel: null })}>
          ${icon('x')}
        </button>
      </header>
      <div class="scroll">
        ${
          name === 'things'
            ? html`<hu-things-panel .store=${this.store}></hu-things-panel>`
            : html`<hu-parameter-panel .store=${this.store} .group=${name}></hu-parameter-panel>`
        }
      </div>
    </aside>`;
  }

  #goHome = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    want(this, { kind: 'navigate', path: '/' });
  };
}
