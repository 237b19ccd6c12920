/**
 * Tells schemas of zod to compile no code: where they may, they try it when they are made, which the page's policy of trusted types refuses
 * and reports. To be imported before code with schemas is fetched.
 */
const settings = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
Object.assign((settings.__zod_globalConfig ??= {}), { jitless: true });
