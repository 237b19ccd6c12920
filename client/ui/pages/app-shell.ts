import { LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Route } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { withTrouble } from '../../store/trouble.ts';
import { html } from '../../words/html.ts';
import '../parts/toasts.ts';
import '../parts/trouble.ts';
import type { Features } from '../features.ts';
import { base, tokens } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './not-found-page.ts';

const fetchBuilder = () => import('../builder/builder-page.ts');

/** Imports each page when the user goes there. The library of the gallery is a script of its own. */
const fetchPage: Partial<Record<Route['page'], () => Promise<unknown>>> = {
  gallery: () => Promise.all([import('./gallery-page.ts'), import('../gallery/library.ts')]),
  open: fetchBuilder,
  verify: fetchBuilder,
  from: fetchBuilder,
  invite: fetchBuilder,
  universe: fetchBuilder,
  'sign-in': () => import('./sign-page.ts'),
  'sign-up': () => import('./sign-page.ts'),
  'forgot-password': () => import('./sign-page.ts'),
  'reset-password': () => import('./sign-page.ts'),
  settings: () => import('./settings-page.ts'),
  embed: () => import('./embed-page.ts'),
  notifications: () => import('./notifications-page.ts'),
  person: () => import('./profile-page.ts'),
  template: () => import('./template-page.ts'),
  admin: () => import('../admin/admin-page.ts'),
};

/** The page of the current route, and the toasts. The slot holds the stage of an open universe. */
@customElement('hu-app')
export class AppShell extends LitElement {
  static override styles = [tokens, base];

  @property({ attribute: false }) store!: Store;
  /** All features of a universe. */
  @property({ attribute: false }) features: Features = [];

  constructor() {
    super();
    watchSignals(this, () => [this.store?.route.value, this.store?.language.value]);
  }

  protected override render(): TemplateResult {
    // Another language renders another page: templates that were rendered in the language before cannot be updated.
    return html`${keyed(this.store.language.value, this.#renderPage())}<hu-trouble .store=${this.store}></hu-trouble
      ><hu-toasts .store=${this.store}></hu-toasts>`;
  }

  protected override updated(): void {
    const { troubles, route } = this.store;
    fetchPage[route.value.page]?.().catch(() => {
      troubles.value = withTrouble(troubles.value, 'page', troubles.value.page ?? 'failed');
    });
  }

  #renderPage(): TemplateResult {
    const route = this.store.route.value;
    switch (route.page) {
      case 'gallery':
        return html`<hu-gallery-page .store=${this.store}></hu-gallery-page>`;
      case 'open':
      case 'verify':
      case 'from':
      case 'invite':
      case 'universe':
        return html`<hu-builder-page .store=${this.store} .features=${this.features}><slot></slot></hu-builder-page>`;
      case 'embed':
        return html`<hu-embed-page .store=${this.store}><slot></slot></hu-embed-page>`;
      case 'sign-in':
      case 'sign-up':
      case 'forgot-password':
      case 'reset-password':
        return html`<hu-sign-page .store=${this.store} .face=${route.page}></hu-sign-page>`;
      case 'settings':
        return html`<hu-settings-page .store=${this.store}></hu-settings-page>`;
      case 'notifications':
        return html`<hu-notifications-page .store=${this.store}></hu-notifications-page>`;
      case 'person':
        return html`<hu-profile-page .store=${this.store}></hu-profile-page>`;
      case 'template':
        return html`<hu-template-page .store=${this.store}></hu-template-page>`;
      case 'admin':
        return html`<hu-admin-page .store=${this.store}></hu-admin-page>`;
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
