import fc from 'fast-check';

/** What a whole run on a server begins its random cases with: the same cases whenever nothing has changed. */
const settled = 20261126;

/** Properties are tested with new cases wherever somebody looks at the result, and `PROPERTY_SEED` brings cases back. */
const wanted = process.env.PROPERTY_SEED ?? (process.env.CI ? settled : undefined);
if (wanted !== undefined) fc.configureGlobal({ seed: Number(wanted) });
