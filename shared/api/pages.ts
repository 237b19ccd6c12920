/** Pages about oneself, each at the path of its name. What a mail leads to has its secret behind the # of the address. */
export const accountPages = ['sign-in', 'sign-up', 'forgot-password', 'reset-password', 'verify', 'settings', 'notifications'] as const;
export type AccountPage = (typeof accountPages)[number];

/** Where people are shown to others, each by their id. */
export const peoplePage = 'people';

/** Where a provider sends people back to, each by its id. */
export const providerPage = 'from';

/** Where an invitation leads. */
export const invitePage = 'invite';

/** Where a template of one's own is edited: `/templates/ID/edit`. */
export const templatesPage = 'templates';

/** A universe by itself, for pages of others to show. */
export const embedPage = 'embed';

/** The path of a universe's page, whichever of them; the id is its first group. */
export const universePathPattern = /^\/(?:u|embed)\/([0-9A-Za-z]{1,24})(?:\/watch)?$/;
