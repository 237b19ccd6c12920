import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Field, fieldDefaults } from '../../../shared/parameters/index.ts';
import { type Edit, type Emitter, emitterFields, maxEmitters, maxWells, type Well, wellFields } from '../../../shared/universe/index.ts';
import { isLearnable } from '../../store/control-target.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import '../controls/field-control.ts';
import type { FieldChange } from '../controls/field-control.ts';
import '../controls/learn.ts';
import '../controls/mask/mask-field.ts';
import '../controls/species-field.ts';
import { formatNumber } from '../format.ts';
import { isLocked, mayChange } from '../../store/locks.ts';
import { want } from '../intents.ts';
import { foldStyles, renderFold, toggled } from './fold.ts';
import { icon } from '../parts/icon.ts';
import { entityRemark } from './entity-remark.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { outlineOf, type Section } from './outline.ts';

type Kind = 'emitter' | 'well';

const kinds: Readonly<Record<Kind, { title: Sentence; add: Sentence; most: number; fields: Record<string, Field>; none: Sentence }>> = {
  emitter: {
    title: 'Emitters',
    add: 'Add emitter',
    most: maxEmitters,
    fields: emitterFields,
    none: 'No emitters: add one to see particles.',
  },
  well: {
    title: 'Wells',
    add: 'Add well',
    most: maxWells,
    fields: wellFields,
    none: 'No wells: particles fly straight.',
  },
};

/** The panel of emitters and wells: they are selected here or on the stage, and edited here. */
@customElement('hu-emitters-panel')
export class EmittersPanel extends LitElement {
  static override styles = [
    base,
    foldStyles,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 6px 0 4px;
      }
      header h3 {
        font-size: 13px;
        font-weight: 600;
      }
      header h3 span {
        margin-left: 6px;
        font-weight: 400;
        color: var(--text-soft);
      }
      .pick i {
        flex: none;
        width: 11px;
        height: 11px;
        border: 1.5px solid var(--kind);
        border-radius: 50%;
      }
      .pick i.emitter {
        width: 9px;
        height: 9px;
        margin: 0 1px;
        border-radius: 2px;
        rotate: 45deg;
      }
      .entity {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        margin-bottom: 6px;
      }
      .entity > button.pick {
        width: 100%;
        justify-content: flex-start;
        min-height: 40px;
      }
      .entity.open {
        border-color: var(--line-strong);
        background: var(--faint);
      }
      .pick .who {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--peer);
      }
      .pick .place {
        margin-left: auto;
        color: var(--text-soft);
        font-size: 12px;
      }
      .body {
        padding: 0 12px 8px;
      }
      .folds {
        margin: 10px 0 6px;
      }
      .body button {
        font-size: 13px;
      }
      .remove {
        width: 100%;
        color: var(--danger);
      }
      .empty {
        color: var(--text-soft);
        padding: 4px 0 10px;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** Unfolded headings, the same for all emitters and wells. */
  @state() unfolded: ReadonlySet<Section['topic']> = new Set();

  constructor() {
    super();
    watchSignals(this, () => {
      const { effectiveDocument, selected, speciesColours, members } = this.store ?? {};
      return [
        effectiveDocument?.value,
        selected?.value,
        this.store && mayChange(this.store, 'things'),
        speciesColours?.value,
        members?.value,
      ];
    });
  }

  protected override render(): TemplateResult {
    const { emitters, wells } = this.store.effectiveDocument.value;
    return html`<hu-locked .store=${this.store} group="things"></hu-locked
      >${this.#renderList('emitter', emitters)}${this.#renderList('well', wells)} <hu-lock .store=${this.store} group="things"></hu-lock>`;
  }

  #renderList(kind: Kind, list: readonly (Emitter | Well)[]): TemplateResult {
    const { title, add, most, none } = kinds[kind];
    const canEdit = mayChange(this.store, 'things');
    return html`<header>
        <h3>${say(title)}<span class="number">${list.length} of ${most}</span></h3>
        ${
          canEdit
            ? html`<button
                class="icon"
                title=${say(add)}
                aria-label=${say(add)}
                ?disabled=${list.length >= most}
                @click=${() => this.#add(kind)}
              >
                ${icon('plus')}
              </button>`
            : nothing
        }
      </header>
      ${list.length === 0 ? html`<p class="empty">${say(none)}</p>` : nothing}
      ${list.map((entity) => {
        const open = this.store.selected.value === entity.id;
        return html`<div class="entity ${open ? 'open' : ''}">
          <button class="pick" aria-expanded=${open} @click=${() => want(this, { kind: 'select', id: open ? null : entity.id })}>
            ${this.#renderSign(kind, entity)} ${entity.id} ${this.#renderPeers(entity.id)}
            <span class="place number">${[entity.x, entity.y, entity.z].map(formatNumber).join(' · ')}</span>
          </button>
          ${open ? this.#renderBody(kind, entity, canEdit) : nothing}
        </div>`;
      })}`;
  }

  #renderBody(kind: Kind, entity: Emitter | Well, canEdit: boolean): TemplateResult {
    const values = entity as unknown as Record<string, number | string>;
    const { essentials, sections } = outlineOf(kinds[kind].fields, values);
    const show = ([name, field]: [string, Field]) => this.#renderField(kind, entity, name, field, !canEdit);
    return html`<div
      class="body"
      @field-change=${(event: CustomEvent<FieldChange>) => this.#set(kind, entity.id, event.detail)}
      @field-touch=${({ detail }: CustomEvent<{ name: string; active: boolean }>) =>
        want(this, { kind: 'presence', act: { kind: 'touch', key: detail.active ? `${kind}:${entity.id}:${detail.name}` : '' } })}
    >
      ${essentials.map(show)}
      <div class="folds">
        ${sections.map(({ topic, title, fields, changed }) =>
          renderFold({
            topic,
            title,
            // A position is individual, so it does not count as changed.
            changed: topic === 'place' ? 0 : changed,
            isOpen: this.unfolded.has(topic),
            toggle: () => (this.unfolded = toggled(this.unfolded, topic)),
            content: () => fields.map(show),
          }),
        )}
      </div>
      ${
        canEdit
          ? html`<button class="remove" @click=${() => want(this, { kind: 'edit', edit: { kind: `${kind}.remove`, id: entity.id } })}>
              ${icon('trash', 16)} Remove
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderSign(kind: Kind, entity: Emitter | Well): TemplateResult {
    const colour = 'species' in entity ? this.store.speciesColours.value[entity.species] : undefined;
    return html`<i class=${kind} ${styled({ '--kind': colour ?? 'var(--accent)' })}></i>`;
  }

  /** Renders the other members who have it selected. */
  #renderPeers(id: string): TemplateResult[] {
    const peers = this.store.members.value.filter((member) => !member.isMe && member.selected === id);
    return peers.map(
      ({ name, colour }) =>
        html`<i class="who" title="Selected by ${name}" ${styled({ '--peer': colour })}></i
          ><span class="unseen">Selected by ${name}</span>`,
    );
  }

  #renderField(kind: Kind, entity: Emitter | Well, name: string, field: Field, disabled: boolean): TemplateResult {
    const owner = `${kind}:${entity.id}`;
    const value = (entity as unknown as Record<string, number | string>)[name]!;
    if (field.kind === 'bitmap') {
      return html`<hu-mask-field .name=${name} data-key=${name} .field=${field} .value=${value} ?disabled=${disabled}></hu-mask-field>`;
    }
    const remark = entityRemark(this.store.effectiveDocument.value, kind, entity, name);
    if (name === 'species') {
      return html`<hu-species-field
        .name=${name}
        data-key=${name}
        .field=${field}
        .value=${value}
        .colours=${this.store.speciesColours.value}
        .remark=${remark.text}
        ?disabled=${disabled}
      ></hu-species-field>`;
    }
    return html`<hu-field
      .name=${name}
      data-key=${name}
      .field=${field}
      .value=${value}
      .hand=${this.store.members.value.find((member) => member.editing === `${owner}:${name}` && !member.isMe) ?? null}
      ?disabled=${disabled}
      .remark=${remark.text}
      ?idle=${remark.idle}
      >${isLocked(this.store, 'things') ? html`<hu-lock-mark slot="head"></hu-lock-mark>` : nothing}${isLearnable(field) ? html`<hu-learn slot="head" .store=${this.store} .target=${`${owner}:${name}`}></hu-learn>` : nothing}</hu-field
    >`;
  }

  #set(kind: Kind, id: string, { name, value }: FieldChange): void {
    want(this, { kind: 'edit', edit: { kind: `${kind}.set`, id, values: { [name]: value } } as Edit });
  }

  #add(kind: Kind): void {
    const { emitters, wells } = this.store.effectiveDocument.value;
    const taken = new Set([...emitters, ...wells].map((entity) => entity.id));
    let number = 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    const id = `${kind}-${number}`;
    // Places new emitters and wells apart from one another, so that each can be seen and grabbed.
    const angle = number * 2.4;
    const place = { x: Math.round(Math.cos(angle) * 50) / 10, z: Math.round(Math.sin(angle) * 50) / 10 };
    const edit: Edit =
      kind === 'emitter'
        ? { kind: 'emitter.add', emitter: { id, ...fieldDefaults(emitterFields), ...place } }
        : { kind: 'well.add', well: { id, ...fieldDefaults(wellFields), ...place } };
    want(this, { kind: 'edit', edit });
    want(this, { kind: 'select', id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-emitters-panel': EmittersPanel;
  }
}
