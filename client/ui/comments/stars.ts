import type { TemplateResult } from 'lit';
import { reviewLimits } from '../../../shared/api/feedback/feedback.ts';
import { html } from '../../words/html.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { styled } from '../parts/styled.ts';

const { min, max } = reviewLimits.stars;

/** All possible ratings, in ascending order. */
export const starChoices: readonly number[] = Array.from({ length: max - min + 1 }, (_, at) => min + at);

export const starWords = (stars: number): string =>
  stars === 1 ? say('1 star') : say('{count} stars', { count: stars.toLocaleString(language()) });

/** Renders the stars of a rating, also parts of a star. Style it by `.stars`. */
export function showStars(stars: number, size = 16): TemplateResult {
  const row = () => starChoices.map(() => laterIcon('star', size));
  return html`<span class="stars" role="img" aria-label="${starWords(Math.round(stars * 10) / 10)} of ${max}">
    <span>${row()}</span><span class="full" ${styled({ width: `${(stars / max) * 100}%` })}>${row()}</span>
  </span>`;
}
