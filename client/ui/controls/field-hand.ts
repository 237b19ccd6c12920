import { nothing, type TemplateResult } from 'lit';
import type { Touch } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { given } from '../parts/given.ts';

export function isOtherHand(now: Touch | null, before: Touch | null | undefined): boolean {
  return now?.name !== before?.name || now?.colour !== before?.colour;
}

/** Renders the member who holds a control, or else the member who moved it last. */
export function renderHand(hand: Touch | null, touch: Touch | null): TemplateResult | typeof nothing {
  if (hand) return html`<span class="hand" title="${hand.name} is changing it">${given(hand.name)}</span>`;
  if (!touch) return nothing;
  const words = say('Last moved by {name}', { name: touch.name });
  return html`<span class="touch" title=${words}><span class="unseen">${words}</span></span>`;
}
