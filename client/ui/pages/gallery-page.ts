import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TemplateSummary, UniverseSummary } from '../../../shared/api/contract.ts';
import { universePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { want } from '../intents.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';

/** The front door: templates to open, one's own universes, and what others made lately. */
@customElement('hu-gallery-page')
export class GalleryPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        padding: 0 clamp(16px, 5vw, 72px) 72px;
        background:
          radial-gradient(900px 500px at 78% -8%, rgb(64 78 160 / 0.28), transparent 70%),
          radial-gradient(700px 420px at 8% 4%, rgb(140 70 130 / 0.18), transparent 70%), var(--ground);
      }
      header {
        padding: clamp(36px, 8vh, 88px) 0 clamp(24px, 5vh, 48px);
        max-width: 720px;
      }
      h1 {
        font-size: clamp(34px, 5vw, 56px);
        font-weight: 620;
        letter-spacing: -0.025em;
        line-height: 1.08;
      }
      header p {
        margin-top: 14px;
        font-size: 17px;
        color: var(--text-soft);
        max-width: 56ch;
      }
      h2 {
        font-size: 15px;
        font-weight: 600;
        margin: 36px 0 14px;
        color: var(--text-soft);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 290px), 1fr));
        gap: 20px;
      }
      a.card {
        display: flex;
        flex-direction: column;
        border-radius: 16px;
        text-decoration: none;
        overflow: hidden;
        border: 1px solid var(--line);
        background: rgb(255 255 255 / 0.025);
        transition:
          border-color 0.2s,
          transform 0.2s;
      }
      a.card:hover {
        border-color: var(--line-strong);
        transform: translateY(-2px);
      }
      .picture {
        aspect-ratio: 16 / 10;
        overflow: hidden;
        background: linear-gradient(140deg, hsl(var(--hue, 230) 45% 16%), #07080d 70%);
      }
      .picture img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
        transition: scale 0.6s;
      }
      a.card:hover img {
        scale: 1.04;
      }
      .text {
        padding: 13px 16px 16px;
      }
      h3 {
        font-size: 16px;
        font-weight: 600;
      }
      .text p {
        color: var(--text-soft);
        margin-top: 2px;
      }
      .skeleton {
        height: 260px;
        border-radius: 16px;
        background: rgb(255 255 255 / 0.04);
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        to {
          background: rgb(255 255 255 / 0.08);
        }
      }
      .failed {
        display: flex;
        align-items: center;
        gap: 16px;
        flex-wrap: wrap;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    new Watch(this, () => this.store?.gallery.value);
  }

  protected override render(): TemplateResult {
    const { status, message, templates, mine, recent } = this.store.gallery.value;
    return html`<header>
        <h1>Harmonic Universe</h1>
        <p>Motion makes music, and music moves matter. Open a universe, touch it, and share it: everybody in it sees and hears the same.</p>
      </header>
      <main>
        ${
          status === 'failed'
            ? html`<div class="failed" role="alert">
                <p>${message}</p>
                <button class="outlined" @click=${() => want(this, { kind: 'retry' })}>Try again</button>
              </div>`
            : nothing
        }
        ${status === 'loading' ? html`<div class="grid">${Array.from({ length: 8 }, () => html`<div class="skeleton"></div>`)}</div>` : nothing}
        ${
          mine.length > 0
            ? html`<h2>Yours</h2>
                <div class="grid">${mine.map((universe) => this.#renderUniverse(universe))}</div>`
            : nothing
        }
        ${
          templates.length > 0
            ? html`<h2>Begin with one of these</h2>
                <div class="grid">${templates.map((template) => this.#renderTemplate(template))}</div>`
            : nothing
        }
        ${
          recent.length > 0
            ? html`<h2>Played lately by others</h2>
                <div class="grid">${recent.map((universe) => this.#renderUniverse(universe))}</div>`
            : nothing
        }
      </main>`;
  }

  #renderCard(path: string, name: string, text: string, thumbnail: string | null): TemplateResult {
    let hue = 0;
    for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
    return html`<a class="card" href=${path} @click=${(event: MouseEvent) => this.#open(event, path)}>
      <div class="picture" ${styled({ '--hue': hue })}>
        ${thumbnail ? html`<img src=${thumbnail} alt="" width="640" height="400" loading="lazy" decoding="async" />` : nothing}
      </div>
      <div class="text">
        <h3>${name}</h3>
        ${text ? html`<p>${text}</p>` : nothing}
      </div>
    </a>`;
  }

  #renderTemplate(template: TemplateSummary): TemplateResult {
    return this.#renderCard(`/new/${encodeURIComponent(template.id)}`, template.name, template.sentence, template.thumbnail);
  }

  #renderUniverse(universe: UniverseSummary): TemplateResult {
    const template = this.store.gallery.value.templates.find((entry) => entry.id === universe.templateId);
    const when = new Date(universe.updatedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    return this.#renderCard(universePath(universe.id), universe.name, when, template?.thumbnail ?? null);
  }

  #open(event: MouseEvent, path: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    want(this, { kind: 'navigate', path });
  }
}
