import fc from 'fast-check';

/** Seed of property tests in CI: the same cases in every run. */
const settled = 20261126;

/** Outside of CI properties are tested with new cases, and `PROPERTY_SEED` repeats the cases of a run. */
const wanted = process.env.PROPERTY_SEED ?? (process.env.CI ? settled : undefined);
if (wanted !== undefined) fc.configureGlobal({ seed: Number(wanted) });
