/** Pages of the user's own account, each at the path of its name. A link in a mail has its secret behind the # of the address. */
export const accountPages = ['sign-in', 'sign-up', 'forgot-password', 'reset-password', 'verify', 'settings', 'notifications'] as const;
export type AccountPage = (typeof accountPages)[number];

/** Path of the profiles, each by its id. */
export const profilePage = 'people';

/** Path to which an identity provider sends users back, by its id. */
export const providerPage = 'from';

/** Path of the page on which administrators watch the server. */
export const adminPage = 'admin';

/** Path of an invitation. */
export const invitePage = 'invite';

/** Path of the page on which a user edits a template: `/templates/ID/edit`. */
export const templatesPage = 'templates';

/** Path of an embedded universe. */
export const embedPage = 'embed';

/** The path of any page of a universe; the id is its first group. */
export const universePathPattern = /^\/(?:u|embed)\/([0-9A-Za-z]{1,24})(?:\/watch)?$/;
