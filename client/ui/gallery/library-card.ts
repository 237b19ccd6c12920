import { given } from '../parts/given.ts';
import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UniverseSummary } from '../../../shared/api/contract/contract.ts';
import type { TemplateSummary } from '../../../shared/api/universes/template-schemas.ts';
import { universePath } from '../../store/routes.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import '../parts/heart-button.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import '../parts/universe-card.ts';
import { base } from '../tokens.ts';
import { lineOf } from './line-of.ts';
import { touched } from '../screens.ts';

const oneDigit = (value: number) => Number(value.toFixed(1)).toLocaleString(language(), { minimumFractionDigits: 1 });

/** Fired when the user selects a tag. */
export class TagEvent extends CustomEvent<string> {
  static readonly type = 'hu-tag';
  constructor(tag: string) {
    super(TagEvent.type, { detail: tag, bubbles: true, composed: true });
  }
}

/** A universe of the library: a link, a favourite button, its owner and its tags. Fires `hu-tag`. */
@customElement('hu-library-card')
export class LibraryCard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
      }
      hu-heart {
        --heart-ground: rgb(6 7 12 / 0.62);
        color-scheme: dark;
        color: var(--text);
        position: absolute;
        top: 8px;
        right: 8px;
      }
      .owner {
        display: flex;
        align-items: center;
        gap: 7px;
        min-width: 0;
        padding: 2px 2px 0;
        font-size: 13px;
        color: var(--text-soft);
      }
      .owner i {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
      }
      .owner span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name {
        padding: 5px 0;
        text-decoration: none;
      }
      .name:hover {
        color: var(--text);
        text-decoration: underline;
      }
      small {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: 12px;
      }
      small:first-of-type {
        margin-left: auto;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-top: 8px;
      }
      .tags button {
        min-height: 28px;
        padding: 0 10px;
        border-color: var(--line);
        border-radius: 14px;
        font-size: 12px;
        color: var(--text-soft);
      }
      .tags button:hover {
        color: var(--text);
      }
      @media ${touched} {
        .tags button {
          min-height: 44px;
          border-radius: 22px;
        }
      }
    `,
  ];

  @property({ attribute: false }) universe!: UniverseSummary;
  @property({ attribute: false }) template: TemplateSummary | undefined;

  protected override render(): TemplateResult {
    const { id, name, owner, isMine, isPublic, tags, isFavourite, favouriteCount, commentCount, rating, thumbnail } = this.universe;
    return html`<hu-universe-card
        data-universe=${id}
        .path=${universePath(id)}
        .name=${name}
        .line=${lineOf(this.universe, this.template)}
        .thumbnail=${thumbnail ?? this.template?.thumbnail ?? null}
      ></hu-universe-card>
      <div class="owner">
        <i ${styled({ background: owner.colour })}></i>
        <span>${profileLink(owner, isMine ? say('You') : owner.displayName)}${isPublic ? nothing : ` · ${say('private')}`}</span>
        ${
          rating
            ? html`<small class="number" title=${rating.count === 1 ? say('1 rating') : say('{count} ratings', { count: rating.count })}
                >${laterIcon('star', 13)}<b class="unseen">Rated</b> ${oneDigit(rating.mean)}</small
              >`
            : nothing
        }
        ${
          commentCount > 0
            ? html`<small class="number" title=${commentCount === 1 ? say('1 comment') : say('{count} comments', { count: commentCount })}
                >${icon('message', 13)} ${commentCount}<b class="unseen">comments</b></small
              >`
            : nothing
        }
      </div>
      ${tags.length > 0 ? html`<div class="tags" role="group" aria-label="Tags of ${name}">${tags.map((tag) => this.#renderTag(tag))}</div>` : nothing}
      <hu-heart .universeId=${id} .name=${name} .isFavourite=${isFavourite} .count=${favouriteCount}></hu-heart>`;
  }

  #renderTag(tag: string): TemplateResult {
    return html`<button title="Universes with this tag" @click=${() => this.dispatchEvent(new TagEvent(tag))}>${given(tag)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-library-card': LibraryCard;
  }
}
