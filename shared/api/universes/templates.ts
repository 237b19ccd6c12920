/** The lists of templates: those of the product, those of the caller, and public ones of users. */
export const templateLists = ['built-in', 'mine', 'public'] as const;
export type TemplateList = (typeof templateLists)[number];

/** Limits of templates of a user and of lists of them. */
export const templateCounts = { perPerson: { max: 100 }, page: { min: 1, max: 48, default: 24 } } as const;

/** The form of the id of a user's template; files are named in lower case, so that none is like it. */
const ownTemplateId = /^T[0-9A-Za-z]{11}$/;
export const ownTemplateIdOf = (letters: string) => `T${letters}`;
export const isOwnTemplateId = (id: string) => ownTemplateId.test(id);
