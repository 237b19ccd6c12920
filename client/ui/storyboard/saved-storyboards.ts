import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SavedStoryboard, StoryboardVersion } from '../../../shared/api/universes/storyboard-schemas.ts';
import { type Store } from '../../store/store.ts';
import { timeText } from '../../store/storyboard-edits.ts';
import type { StoryboardAct } from '../../store/storyboard.ts';
import { mayChange } from '../../store/locks.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon, type IconName } from '../parts/icon.ts';
import '../parts/ago.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { given } from '../parts/given.ts';

const countOf = ({ pointCount: count }: { pointCount: number }) => (count === 1 ? say('1 point') : say('{count} points', { count }));

/** The stored storyboards of the open universe: opens, copies and deletes them, and restores older versions. */
@customElement('hu-saved-storyboards')
export class SavedStoryboards extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        max-height: 240px;
        margin-bottom: 8px;
        padding: 0 4px 8px;
        overflow-y: auto;
        border-bottom: 1px solid var(--line);
        font-size: 13px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 36px;
        border-radius: var(--radius-small);
      }
      li.versioned {
        padding-left: 22px;
      }
      .open {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        padding: 0 6px;
      }
      .open b {
        overflow: hidden;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .open span,
      p {
        flex: none;
        color: var(--text-soft);
        font-size: 12px;
      }
      p {
        padding: 6px;
      }
      button {
        min-height: 34px;
      }
      button.icon {
        width: 34px;
        flex: none;
      }
      @media ${onScreens('low')} {
        :host {
          max-height: 30dvh;
        }
      }
      @media ${onScreens('phone', 'low')} {
        .open {
          flex-direction: column;
          align-items: flex-start;
          gap: 0;
        }
        .open b {
          max-width: 100%;
        }
      }
      .acts {
        padding: 4px 6px 0;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** The storyboard that a second press deletes. */
  @state() doomed: string | null = null;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.storyboard.value,
      this.store && mayChange(this.store, 'storyboard'),
      this.store?.authoredDocument.value,
    ]);
  }

  protected override firstUpdated(): void {
    this.#want({ kind: 'look' });
  }

  protected override render(): TemplateResult {
    const { kept } = this.store.storyboard.value;
    if (!kept) return html`<p role="status">Loading …</p>`;
    return html`${
      kept.length === 0
        ? html`<p>No saved storyboards yet. The one on the timeline is part of the universe; save it to come back to it later.</p>`
        : html`<ul>
            ${kept.map((entry) => this.#renderEntry(entry))}
          </ul>`
    }
    ${
      mayChange(this.store, 'storyboard') && this.store.authoredDocument.value.storyboard
        ? html`<div class="acts">
            <button class="outlined" @click=${() => this.#choose({ kind: 'new' })}>${icon('plus', 16)} New</button>
          </div>`
        : nothing
    }`;
  }

  #renderEntry(entry: SavedStoryboard): TemplateResult {
    const { id, title } = entry;
    const canEdit = mayChange(this.store, 'storyboard');
    const { versions } = this.store.storyboard.value;
    const isOn = this.store.authoredDocument.value.storyboard?.keptAs === id;
    const isVersioned = versions?.id === id;
    return html`<li>
        <button class="open" ?disabled=${!canEdit} aria-pressed=${isOn} @click=${() => this.#choose({ kind: 'open', id })}>
          <b>${title}</b
          ><span
            >${countOf(entry)}, ${timeText(entry.duration)},
            <hu-ago .at=${entry.updatedAt}></hu-ago>${isOn ? `, ${say('on the timeline')}` : ''}</span
          >
        </button>
        ${this.#button('history', say('Versions of {title}', { title }), () => this.#want({ kind: 'versions', id: isVersioned ? null : id }))}
        ${canEdit ? this.#renderActs(entry) : nothing}
      </li>
      ${isVersioned ? versions.list.map((version) => this.#renderVersion(id, version, entry.version)) : nothing}`;
  }

  #renderActs({ id, title }: SavedStoryboard): TemplateResult {
    const remove =
      this.doomed === id
        ? html`<button class="danger" @click=${() => this.#want({ kind: 'delete', id })}>Delete for good</button>`
        : this.#button('trash', say('Delete {title}', { title }), () => (this.doomed = id));
    return html`${this.#button('copy', say('Copy {title}', { title }), () => this.#want({ kind: 'duplicate', id }))}${remove}`;
  }

  #renderVersion(id: string, { version, title, createdAt, author, ...rest }: StoryboardVersion, newest: number): TemplateResult {
    return html`<li class="versioned">
      <span class="open"
        >${title}
        <span
          >version ${version}, ${countOf(rest)},
          <hu-ago .at=${createdAt}></hu-ago>${author ? html`, ${given(author.displayName)}` : ''}</span
        ></span
      >
      ${
        mayChange(this.store, 'storyboard') && version !== newest
          ? html`<button class="outlined" @click=${() => this.#choose({ kind: 'restore', id, version })}>Restore</button>`
          : nothing
      }
    </li>`;
  }

  #button(name: IconName, words: string, act: () => void): TemplateResult {
    return html`<button class="icon" title=${words} aria-label=${words} @click=${act}>${icon(name, 16)}</button>`;
  }

  /** Closes the list after an action that changes the storyboard. */
  #choose(act: StoryboardAct): void {
    this.#want(act);
    this.dispatchEvent(new Event('chosen'));
  }

  #want(act: StoryboardAct): void {
    want(this, { kind: 'storyboard', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-saved-storyboards': SavedStoryboards;
  }
}
