import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { registry, type ParameterValues } from '../../../shared/parameters/index.ts';
import { decimals } from '../../words/decimals.ts';
import { html, svg } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { arcOf, type LinkKey, links, mapSize, places, type Realm } from './links.ts';
import { onScreens } from '../screens.ts';

const realmNames: Record<Realm, Sentence> = { physics: 'Physics', music: 'Music', audio: 'Audio', visualization: 'Image' };

/**
 * The links between the realms as a map: the stronger a link, the wider and brighter.
 * @fires link-pick - `LinkKey`, when a link is pressed
 */
@customElement('hu-coupling-map')
export class CouplingMap extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: 2px 0 6px;
      }
      svg {
        display: block;
        width: 100%;
        max-width: 340px;
        margin: 0 auto;
        overflow: visible;
      }
      @media ${onScreens('phone', 'low')} {
        svg {
          max-width: 250px;
        }
      }
      .link {
        cursor: pointer;
      }
      .link path {
        fill: none;
        stroke-linecap: round;
      }
      .reach {
        stroke: transparent;
        stroke-width: 12;
      }
      .line {
        stroke: var(--hue);
        stroke-width: calc(1px + 3px * var(--strength));
        opacity: calc(0.12 + 0.5 * var(--strength));
        transition: opacity 0.2s;
      }
      .flow {
        stroke: var(--text);
        stroke-width: calc(1px + 1.2px * var(--strength));
        stroke-dasharray: 1 15;
        opacity: calc(0.9 * var(--strength));
        animation: flow 1.6s linear infinite;
      }
      .link.active .line,
      .link:hover .line {
        opacity: 1;
      }
      @keyframes flow {
        to {
          stroke-dashoffset: -32;
        }
      }
      circle {
        fill: var(--menu);
        stroke: var(--hue);
        stroke-width: 1.5;
      }
      text {
        fill: var(--hue);
        font-size: 10.5px;
        font-weight: 600;
        text-anchor: middle;
        dominant-baseline: central;
      }
    `,
  ];

  @property({ attribute: false }) values!: ParameterValues;
  /** The highlighted link, or ''. */
  @property() active: LinkKey | '' = '';

  protected override render(): TemplateResult {
    return html`<svg viewBox="0 0 ${mapSize.width} ${mapSize.height}" role="img" aria-label=${this.#describe()}>
      ${(Object.keys(links) as LinkKey[]).map((key) => this.#renderLink(key))}
      ${(Object.keys(places) as Realm[]).map(
        (realm) =>
          svg`<g ${styled({ '--hue': `var(--hue-${realm})` })}>
            <circle cx=${places[realm].x} cy=${places[realm].y} r="25"></circle>
            <text x=${places[realm].x} y=${places[realm].y}>${say(realmNames[realm])}</text>
          </g>`,
      )}
    </svg>`;
  }

  #renderLink(key: LinkKey): TemplateResult {
    const arc = arcOf(key);
    const strength = this.values[key];
    return svg`<g
      class="link ${this.active === key ? 'active' : ''}"
      ${styled({ '--hue': `var(--hue-${links[key].from})`, '--strength': strength })}
      @click=${() => this.dispatchEvent(new CustomEvent<LinkKey>('link-pick', { detail: key }))}
    >
      <title>${sayOfRegistry(registry.coupling[key].label)}: ${decimals(strength, 2)}</title>
      <path class="line" d=${arc}></path><path class="flow" d=${arc}></path><path class="reach" d=${arc}></path>
    </g>` as TemplateResult;
  }

  #describe(): string {
    const strengths = (Object.keys(links) as LinkKey[]).map(
      (key) => `${sayOfRegistry(registry.coupling[key].label)} ${decimals(this.values[key], 2)}`,
    );
    return say('Links and their strengths: {strengths}', { strengths: strengths.join(', ') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-coupling-map': CouplingMap;
  }
}
