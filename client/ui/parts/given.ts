import type { TemplateResult } from 'lit';
import { html } from '../../words/html.ts';

/** Renders a text of a user, such as a name, beside other text: it has its own direction, whatever surrounds it. */
export const given = (text: string): TemplateResult => html`<bdi>${text}</bdi>`;
