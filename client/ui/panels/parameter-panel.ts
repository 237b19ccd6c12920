import { css, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  isParameterKey,
  type Parameter,
  type ParameterGroup,
  type ParameterKey,
  type ParameterPatch,
  registry,
  type ValueField,
} from '../../../shared/parameters/index.ts';
import { remarkOfParameter } from '../../../shared/idle/index.ts';
import type { FrameScalars } from '../../../shared/simulation/frame-layout.ts';
import { isLearnable } from '../../store/control-target.ts';
import { partOfLevel, type Resting, restingParts } from '../../store/resting-parts.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import '../controls/field-control.ts';
import type { FieldChange } from '../controls/field-control.ts';
import '../controls/learn.ts';
import { isLocked, mayChange } from '../../store/locks.ts';
import { want } from '../intents.ts';
import { foldStyles, renderFold, toggled } from './fold.ts';
import { icon } from '../parts/icon.ts';
import { OwnTaskElement } from '../parts/own-task.ts';
import { remarkWords } from '../parts/remark-words.ts';
import { styled } from '../parts/styled.ts';
import { ruledHeadings } from './ruled-heading.ts';
import { isStill } from '../stillness.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import './coupling-map.ts';
import { type LinkKey, links, linksFrom, type Realm, sources } from './links.ts';
import { outlineOf, type Section } from './outline.ts';
import './picture-readout.ts';
import { renderRest, restStyles } from './rest-note.ts';

/** Parameters whose effective value is in each frame, and its name there. */
const effectiveScalars: Partial<Record<ParameterKey, keyof FrameScalars>> = { gravity: 'gravity', tempo: 'tempo' };
const sureMs = 3500;
const sourceTitles: Record<Realm, Sentence> = {
  physics: 'From physics',
  music: 'From music',
  audio: 'From audio',
  visualization: 'From the image',
};

/** A group of the registry: the most important parameters at hand, the rest folded. */
@customElement('hu-parameter-panel')
export class ParameterPanel extends OwnTaskElement {
  static override styles = [
    base,
    foldStyles,
    restStyles,
    ruledHeadings,
    css`
      :host {
        display: block;
      }
      .foot {
        display: flex;
        gap: 6px;
        margin: 10px -8px 0;
      }
      .foot button {
        flex: 1;
        padding: 0 8px;
        color: var(--text-soft);
        font-size: 13px;
        white-space: nowrap;
      }
      .foot button:hover:not(:disabled) {
        color: var(--text);
      }
      .folds {
        margin-top: 8px;
        border-bottom: 1px solid var(--line);
      }
      .foot .sure {
        color: var(--danger);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @property() group: ParameterGroup = 'physics';
  @state() open: ReadonlySet<Section['topic']> = new Set();
  @state() isSure = false;
  @state() active: LinkKey | '' = '';
  #resting: Resting = {};
  #sureTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    watchSignals(this, () => {
      const { effectiveDocument, touches, members, scalars } = this.store ?? {};
      const isDriven = Object.keys(effectiveScalars).some((key) => key in registry[this.group]);
      return [
        effectiveDocument?.value,
        touches?.value,
        this.store && [this.store.canEdit.value, this.store.locks.value],
        members?.value,
        isDriven && scalars?.value,
      ];
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#sureTimer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('group')) return;
    this.isSure = false;
    this.active = '';
  }

  protected override render(): TemplateResult {
    this.#resting = restingParts(this.store.scalars.value, this.store.effectiveDocument.value);
    return html`<div
      @field-change=${this.#changed}
      @field-touch=${this.#touched}
      @pointerover=${this.#looked}
      @focusin=${this.#looked}
      @pointerleave=${() => (this.active = '')}
    >
      <hu-locked .store=${this.store} group=${this.group}></hu-locked>
      ${this.group === 'coupling' ? this.#renderLinks() : this.#renderGroup()}
    </div>`;
  }

  #renderGroup(): TemplateResult {
    const { essentials, sections } = outlineOf(
      registry[this.group],
      this.store.effectiveDocument.value.parameters,
      this.store.universe.value?.putForward,
    );
    return html`${essentials.map(([key]) => this.#renderField(key as ParameterKey))}
      <div class="folds">${sections.map((section) => this.#renderSection(section))}</div>
      ${this.group === 'visualization' ? html`<hu-picture-readout .store=${this.store}></hu-picture-readout>` : nothing}
      ${this.#renderFoot()}`;
  }

  #renderSection({ topic, title, fields, changed }: Section): TemplateResult {
    return renderFold({
      topic,
      title,
      changed,
      isOpen: this.open.has(topic),
      toggle: () => (this.open = toggled(this.open, topic)),
      content: () =>
        html`${topic === 'species' ? html`<hu-affinity-matrix .store=${this.store}></hu-affinity-matrix>` : nothing}
        ${fields.map(([key]) => this.#renderField(key as ParameterKey))}`,
    });
  }

  #renderLinks(): TemplateResult {
    return html`<hu-coupling-map
        .values=${this.store.effectiveDocument.value.parameters}
        .active=${this.active}
        @link-pick=${(event: CustomEvent<LinkKey>) => this.#focusField(event.detail)}
      ></hu-coupling-map>
      ${this.#renderField('couplingMode')}
      ${sources.map(
        (realm) =>
          html`<section ${styled({ '--accent': `var(--hue-${realm})` })}>
            <h3>${say(sourceTitles[realm])}</h3>
            ${linksFrom(realm).map((key) => this.#renderField(key))}
          </section>`,
      )}
      ${this.#renderFoot()}`;
  }

  #renderField(key: ParameterKey): TemplateResult {
    const { effectiveDocument, scalars, touches, members } = this.store;
    const scalar = effectiveScalars[key];
    const part = partOfLevel(key);
    const field = (registry[this.group] as Record<string, ValueField>)[key];
    const remark = remarkOfParameter(effectiveDocument.value, key);
    return html`<hu-field
      .name=${key}
      data-key=${key}
      .field=${field}
      .value=${effectiveDocument.value.parameters[key]}
      .touch=${touches.value[key] ?? null}
      .hand=${members.value.find((member) => member.editing === key && !member.isMe) ?? null}
      .effective=${scalar && scalars.value ? scalars.value[scalar] : null}
      ?disabled=${!mayChange(this.store, this.group)}
      .remark=${remark ? remarkWords(remark, effectiveDocument.value.parameters) : ''}
      ?idle=${remark?.effect === 'none'}
      >${renderRest(part && this.#resting[part])}${isLocked(this.store, this.group) ? html`<hu-lock-mark slot="head"></hu-lock-mark>` : nothing}${isLearnable(field) ? html`<hu-learn slot="head" .store=${this.store} .target=${key}></hu-learn>` : nothing}</hu-field
    >`;
  }

  #renderFoot(): TemplateResult {
    const changed = mayChange(this.store, this.group) ? this.#changedKeys().length : 0;
    return html`<div class="foot">
      ${
        mayChange(this.store, this.group)
          ? html`<button class="reset ${this.isSure ? 'sure' : ''}" ?disabled=${changed === 0} @click=${this.#reset}>
              ${icon('restart', 14)} ${this.isSure ? say('Reset {count}, sure?', { count: changed }) : say('Reset')}
            </button>`
          : nothing
      }
      <hu-lock .store=${this.store} group=${this.group}></hu-lock>
    </div>`;
  }

  #changedKeys(): ParameterKey[] {
    const { parameters } = this.store.effectiveDocument.value;
    return (Object.entries(registry[this.group]) as [ParameterKey, Parameter][])
      .filter(([key, parameter]) => parameters[key] !== parameter.default)
      .map(([key]) => key);
  }

  #changed = (event: CustomEvent<FieldChange>) => {
    want(this, { kind: 'edit', edit: { kind: 'parameters.set', values: { [event.detail.name]: event.detail.value } as ParameterPatch } });
  };

  #touched = (event: CustomEvent<{ name: string; active: boolean }>) => {
    want(this, { kind: 'presence', act: { kind: 'touch', key: event.detail.active ? event.detail.name : '' } });
  };

  #looked = (event: Event) => {
    const key = (event.target as HTMLElement).dataset?.key ?? '';
    this.active = isParameterKey(key) && key in links ? (key as LinkKey) : '';
  };

  #focusField(key: LinkKey): void {
    const field = this.renderRoot.querySelector(`[data-key="${key}"]`);
    field?.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
    field?.shadowRoot?.querySelector<HTMLElement>('#control')?.focus({ preventScroll: true });
    this.active = key;
  }

  /** The first press asks, since the reset affects all members. */
  #reset = () => {
    clearTimeout(this.#sureTimer);
    if (!this.isSure) {
      this.isSure = true;
      this.#sureTimer = setTimeout(() => (this.isSure = false), sureMs);
      return;
    }
    this.isSure = false;
    const defaults = Object.fromEntries(
      this.#changedKeys().map((key) => [key, (registry[this.group] as Record<string, Parameter>)[key].default]),
    );
    want(this, { kind: 'edit', edit: { kind: 'parameters.set', values: defaults as ParameterPatch } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-parameter-panel': ParameterPanel;
  }
}
