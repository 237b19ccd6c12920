/** Limits of the texts of a template. Contract, columns and inputs take their ranges from here; lengths are in characters. */
export const templateLimits = {
  name: { min: 1, max: 100 },
  sentence: { min: 1, max: 500 },
  category: { min: 1, max: 40 },
  putForward: { max: 24 },
} as const;
