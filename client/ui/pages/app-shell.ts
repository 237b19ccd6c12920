import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import '../parts/toasts.ts';
import { base, tokens } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './builder-page.ts';
import './gallery-page.ts';
import './not-found-page.ts';

/** The page of the present route, and the toasts. The slot holds the stage of an open universe. */
@customElement('hu-app')
export class AppShell extends LitElement {
  static override styles = [tokens, base];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => this.store?.route.value);
  }

  protected override render(): TemplateResult {
    return html`${this.#renderPage()}<hu-toasts .store=${this.store}></hu-toasts>`;
  }

  #renderPage(): TemplateResult {
    const route = this.store.route.value;
    switch (route.page) {
      case 'gallery':
        return html`<hu-gallery-page .store=${this.store}></hu-gallery-page>`;
      case 'open':
      case 'universe':
        return html`<hu-builder-page .store=${this.store}><slot></slot></hu-builder-page>`;
      case 'not-found':
        return html`<hu-not-found-page .what=${route.what}></hu-not-found-page>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-app': AppShell;
  }
}
