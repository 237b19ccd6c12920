import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ValueField } from '../../../shared/parameters/index.ts';
import { html } from '../../words/html.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { labelOfChoice } from '../format.ts';

interface SegmentsUse {
  disabled: boolean;
  /** Ids of the texts that describe it. */
  describedBy: string;
  pick(choice: string): void;
  reset(): void;
}

/** Renders a few choices side by side. */
export function renderSegments(
  field: Extract<ValueField, { kind: 'choice' }>,
  value: string,
  { disabled, describedBy, pick, reset }: SegmentsUse,
): TemplateResult {
  return html`<div
    class="segments"
    role="radiogroup"
    aria-label=${sayOfRegistry(field.label)}
    aria-describedby=${describedBy}
    @dblclick=${reset}
  >
    ${field.choices.map(
      (choice) =>
        html`<label
          ><input
            type="radio"
            name="choice"
            .checked=${live(choice === value)}
            ?disabled=${disabled}
            @change=${() => pick(choice)}
          />${sayOfRegistry(labelOfChoice(choice))}</label
        >`,
    )}
  </div>`;
}
