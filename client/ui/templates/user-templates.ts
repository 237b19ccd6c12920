import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateSummary } from '../../../shared/api/universes/template-schemas.ts';
import { beginPath, templatePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import type { UserTemplateList } from '../../store/templates.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { gridStyles } from '../gallery/grid-styles.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import '../parts/universe-card.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { touched } from '../screens.ts';

/** The user's own templates, and the public templates of others. An empty list takes no space. */
@customElement('hu-user-templates')
export class UserTemplates extends LitElement {
  static override styles = [
    base,
    gridStyles,
    css`
      .of {
        display: flex;
        align-items: center;
        gap: 7px;
        min-height: 30px;
        padding: 0 2px;
        font-size: 13px;
        color: var(--text-soft);
      }
      .of i {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
      }
      .of span {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .of a {
        padding: 5px 0;
        text-decoration: none;
      }
      .of a:hover {
        color: var(--text);
        text-decoration: underline;
      }
      .edit {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        margin-left: auto;
        color: var(--text);
      }
      .more {
        margin-top: 14px;
      }
      @media ${touched} {
        .of {
          min-height: 44px;
        }
        .edit {
          padding: 12px 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => this.store?.templates.value);
  }

  protected override render(): TemplateResult {
    const { mine, public: shown } = this.store.templates.value;
    return html`${this.#renderList('mine', 'Your templates', mine.templates)}
    ${this.#renderList(
      'public',
      'Templates by others',
      shown.templates.filter(({ isMine }) => !isMine),
    )}`;
  }

  #renderList(list: UserTemplateList, title: Sentence, templates: readonly TemplateSummary[]): TemplateResult | typeof nothing {
    const { next, isFetchingMore } = this.store.templates.value[list];
    if (templates.length === 0 && next === null) return nothing;
    return html`<section aria-label=${say(title)}>
      <h2>${say(title)}</h2>
      <div class="grid">
        ${repeat(
          templates,
          ({ id }) => id,
          (template) => this.#renderTemplate(template),
        )}
      </div>
      ${
        next === null
          ? nothing
          : html`<button
              class="outlined more"
              ?disabled=${isFetchingMore}
              @click=${() => want(this, { kind: 'template', act: { kind: 'more', list } })}
            >
              More
            </button>`
      }
    </section>`;
  }

  #renderTemplate({ id, name, sentence, thumbnail, owner, isMine, isPublic }: TemplateSummary): TemplateResult {
    return html`<div>
      <hu-universe-card
        data-template=${id}
        .path=${beginPath(id)}
        .name=${name}
        .line=${sentence}
        .thumbnail=${thumbnail}
      ></hu-universe-card>
      <div class="of">
        ${
          isMine
            ? html`<span>${say(isPublic ? 'Everyone can see it' : 'Only you can see it')}</span>
                <a class="edit" href=${templatePath(id)} aria-label="Edit ${name}" @click=${followLink}>${icon('pencil', 13)} Edit</a>`
            : owner
              ? html`<i ${styled({ background: owner.colour })}></i><span>${profileLink(owner)}</span>`
              : nothing
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-user-templates': UserTemplates;
  }
}
