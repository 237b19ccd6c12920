import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryEntry, Version } from '../../../shared/api/universes/history-schemas.ts';
import { historyLimits } from '../../../shared/api/universes/history.ts';
import { changeWords } from '../../store/history-words.ts';
import type { HistoryAct } from '../../store/history.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import '../parts/ago.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import { commentsStyles } from '../comments/comments-styles.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { given } from '../parts/given.ts';
import { touched } from '../screens.ts';

/** The history of the open universe: its changes and their authors, its named versions, and restoring any of them. */
@customElement('hu-history-panel')
export class HistoryPanel extends LitElement {
  static override styles = [
    base,
    commentsStyles,
    css`
      ol {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 8px minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 10px;
        min-height: 48px;
        padding: 4px 0;
        border-bottom: 1px solid var(--line);
      }
      li > :is(.soft, form) {
        grid-column: 2 / -1;
      }
      li p {
        margin: 0;
        font-size: 13px;
        overflow-wrap: anywhere;
      }
      .acts {
        display: flex;
        gap: 2px;
      }
      form {
        display: flex;
        gap: 6px;
      }
      input {
        flex: 1;
        min-width: 0;
        padding: 6px 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--well);
        color: inherit;
        font: inherit;
      }
      h3 {
        margin: 4px 0;
        font-size: 12px;
        font-weight: 600;
        color: var(--text-soft);
      }
      ol + h3 {
        margin-top: 18px;
      }
      @media ${touched} {
        input {
          font-size: 16px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** The version that is being named. */
  @state() naming: number | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.history.value, this.store?.canEdit.value, this.store?.universe.value]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.store) this.#want({ kind: 'look' });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { universe, history } = this.store;
    if (universe.value && history.value.status === 'idle' && !history.value.isPending) this.#want({ kind: 'look' });
    if (changed.has('naming') && this.naming !== null) this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { status, message, moments, next, versions, isPending } = this.store.history.value;
    if (status === 'failed') {
      return html`<p role="alert">${message}</p>
        <button class="outlined more" @click=${() => this.#want({ kind: 'look' })}>Try again</button>`;
    }
    if (status === 'idle') return html`<p class="soft empty" role="status">Loading the history …</p>`;
    return html`${versions.length > 0 ? this.#renderVersions(versions) : nothing}
      <h3>Changes</h3>
      <ol>
        ${repeat(
          moments,
          ({ sequence }) => sequence,
          (moment, index) => this.#renderMoment(moment, index === 0),
        )}
        ${next === null ? this.#renderBeginning(moments.length === 0) : nothing}
      </ol>
      ${
        next === null
          ? nothing
          : html`<button class="outlined more" ?disabled=${isPending} @click=${() => this.#want({ kind: 'more' })}>Show older</button>`
      }`;
  }

  #renderVersions(versions: readonly Version[]): TemplateResult {
    return html`<h3>Versions</h3>
      <ol data-test="versions">
        ${repeat(
          versions,
          ({ sequence }) => sequence,
          (version) =>
            html`<li>
              ${laterIcon('star', 13)}
              <p><b>${given(version.name)}</b></p>
              ${this.#renderActs(version.sequence, version.name, false)}
              <span class="soft"
                ><hu-ago .at=${version.at}></hu-ago>${version.author ? html`, ${given(version.author.displayName)}` : ''}</span
              >
            </li>`,
        )}
      </ol>`;
  }

  #renderMoment({ sequence, at, author, changes, edits }: HistoryEntry, isNow: boolean): TemplateResult {
    const words = changeWords(changes);
    return html`<li data-sequence=${sequence}>
      <span class="dot" ${styled({ background: author?.colour ?? 'var(--line-strong)' })}></span>
      <p>${words}</p>
      ${this.#renderActs(sequence, words, isNow)}
      <span class="soft"
        >${author ? profileLink(author) : say('Deleted user')},
        <hu-ago .at=${at}></hu-ago>${edits > 1 ? `, ${say('{count} steps', { count: edits })}` : ''}</span
      >
      ${this.naming === sequence ? this.#renderNaming(sequence) : nothing}
    </li>`;
  }

  #renderBeginning(isNow: boolean): TemplateResult {
    return html`<li data-sequence="0">
      <span class="dot" ${styled({ background: 'var(--line-strong)' })}></span>
      <p>The beginning</p>
      ${this.#renderActs(0, say('the beginning'), isNow)} ${this.naming === 0 ? this.#renderNaming(0) : nothing}
    </li>`;
  }

  #renderActs(sequence: number, words: string, isNow: boolean): TemplateResult {
    const { canEdit, history } = this.store;
    const named = history.value.versions.find((version) => version.sequence === sequence);
    const isVersion = named?.name === words;
    return html`<span class="acts">
      ${
        canEdit.value && !isNow
          ? this.#button(
              'restart',
              say('Go back to {moment}', { moment: words }),
              () => this.#want({ kind: 'restore', sequence }),
              'restore',
            )
          : nothing
      }
      ${this.#button('remix', say('Remix from {moment}', { moment: words }), () => this.#want({ kind: 'remix', sequence }), 'remix')}
      ${
        canEdit.value && isVersion
          ? this.#button(
              'x',
              say('Remove the name of {moment}', { moment: words }),
              () => this.#want({ kind: 'name', sequence, name: '' }),
              'unname',
            )
          : nothing
      }
      ${
        canEdit.value && !named
          ? this.#button(
              'pencil',
              say('Name {moment}', { moment: words }),
              () => (this.naming = this.naming === sequence ? null : sequence),
              'name',
            )
          : nothing
      }
    </span>`;
  }

  #renderNaming(sequence: number): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.#name(event, sequence)}>
      <input
        dir="auto"
        name="name"
        required
        maxlength=${historyLimits.name.max}
        placeholder="Name of this version"
        aria-label="Name of this version"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          this.naming = null;
        }}
      />
      <button class="outlined">Save</button>
    </form>`;
  }

  #name(event: SubmitEvent, sequence: number): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get('name')).trim();
    if (name === '') return;
    this.naming = null;
    this.#want({ kind: 'name', sequence, name });
  }

  #button(name: IconName, words: string, act: () => void, test: string): TemplateResult {
    return html`<button class="icon small" title=${words} aria-label=${words} data-test=${test} @click=${act}>${icon(name, 15)}</button>`;
  }

  #want(act: HistoryAct): void {
    want(this, { kind: 'history', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-history-panel': HistoryPanel;
  }
}
