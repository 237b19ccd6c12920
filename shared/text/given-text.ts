import { z } from 'zod';
import { hasControls, hasOverride, hasTower, isVisible, lengthOf, markLimits } from './characters.ts';
import { normaliseLine, normaliseLines } from './normalise.ts';

/** Lengths in characters. Without `min`, a text may be empty. */
export interface TextLimits {
  min?: number;
  max: number;
}

interface Refusal {
  readonly rule: string;
}

/** Returns the refusal of a normalised text, or null. */
function refuse(text: string, { min = 0, max }: TextLimits): Refusal | null {
  if (hasOverride(text)) return { rule: 'must hold no characters that reverse the direction of text' };
  if (min > 0 && !isVisible(text)) return { rule: 'must hold something that can be seen' };
  if (hasTower(text)) return { rule: `must have at most ${markLimits.common} accents on a letter` };
  return lengthOf(text) > max ? { rule: `must have at most ${max} characters` } : null;
}

const refuseInLine = (text: string): Refusal | null =>
  hasControls(text) ? { rule: 'must hold no line breaks or other control characters' } : null;

const refuseInLines = (text: string): Refusal | null =>
  hasControls(text.replace(/[\n\t]/g, '')) ? { rule: 'must hold no control characters' } : null;

function textSchema(limits: TextLimits, normalise: (text: string) => string, refuseControls: typeof refuseInLine) {
  return z
    .string()
    .overwrite(normalise)
    .superRefine((text, context) => {
      const refusal = refuseControls(text) ?? refuse(text, limits);
      if (refusal) context.addIssue({ code: 'custom', message: refusal.rule, input: text });
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
