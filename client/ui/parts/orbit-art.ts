import type { TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { svg } from '../../words/html.ts';
import { orbitsOf } from './orbits.ts';

/** Renders orbits and dust where there is no thumbnail yet. A name always gives the same drawing, in its own hue or the given one. */
export function orbitArt(name: string, hueDegrees?: number): TemplateResult {
  const { hue: drawnHue, rings, dust } = orbitsOf(name);
  const hue = hueDegrees ?? drawnHue;
  const ellipses = rings.map(
    ({ rx, ry, turn, share }) =>
      `<ellipse cx="160" cy="100" rx="${rx}" ry="${ry}" transform="rotate(${turn} 160 100)" fill="none" stroke="oklch(0.75 0.13 ${hue + share * 90} / 0.5)" stroke-width="0.8"/>`,
  );
  const circles = dust.map(
    ({ x, y, r, share }) =>
      `<circle cx="${x}" cy="${y}" r="${r}" fill="oklch(${0.6 + share * 0.35} 0.13 ${hue + share * 90})" opacity="${0.25 + share * 0.75}"/>`,
  );
  // Only numbers, as one string: as templates they would be more than a thousand parts that may change.
  return svg`<svg viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    ${unsafeSVG(ellipses.concat(circles).join(''))}
  </svg>` as TemplateResult;
}
