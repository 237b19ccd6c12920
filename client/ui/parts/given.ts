import type { TemplateResult } from 'lit';
import { html } from '../../words/html.ts';

/** A name or another text that somebody gave, beside other text: its direction is its own, whatever stands around it. */
export const given = (text: string): TemplateResult => html`<bdi>${text}</bdi>`;
