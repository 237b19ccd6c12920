import { z } from 'zod';
import { rule } from '../refusals/rule.ts';
import { hasControls, hasOverride, hasTower, isVisible, lengthOf, markLimits } from './characters.ts';
import { normaliseLine, normaliseLines } from './normalise.ts';

/** Lengths in characters. Without `min`, a text may be empty. */
export interface TextLimits {
  min?: number;
  max: number;
}

type Refusal = ReturnType<typeof rule>;

/** Returns the refusal of a normalised text, or null. */
function refuse(text: string, { min = 0, max }: TextLimits): Refusal | null {
  if (hasOverride(text)) return rule('characters-reversing');
  if (min > 0 && !isVisible(text)) return rule('characters-invisible');
  if (hasTower(text)) return rule('characters-marks', { max: markLimits.common });
  return lengthOf(text) > max ? rule('too-long', { max }) : null;
}

const refuseInLine = (text: string): Refusal | null => (hasControls(text) ? rule('characters-line-breaks') : null);

const refuseInLines = (text: string): Refusal | null => (hasControls(text.replace(/[\n\t]/g, '')) ? rule('characters-control') : null);

function textSchema(limits: TextLimits, normalise: (text: string) => string, refuseControls: typeof refuseInLine) {
  return z
    .string()
    .overwrite(normalise)
    .superRefine((text, context) => {
      const refusal = refuseControls(text) ?? refuse(text, limits);
      if (refusal) context.addIssue({ code: 'custom', input: text, ...refusal });
    })
    .meta({ minLength: limits.min ?? 0, maxLength: limits.max });
}

/**
 * A name, a title or another text on one line from a user: normalised, with a visible character, and nothing that affects the text around
 * it.
 */
export const lineSchema = (limits: TextLimits) => textSchema(limits, normaliseLine, refuseInLine);

/** A text that may have several lines, likewise. */
export const linesSchema = (limits: TextLimits) => textSchema(limits, normaliseLines, refuseInLines);
