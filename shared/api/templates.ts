/** The lists that templates stand in: those that come with the product, one's own, and what people show to everybody. */
export const templateLists = ['built-in', 'mine', 'public'] as const;
export type TemplateList = (typeof templateLists)[number];

/** How many somebody may have, and how lists of them may be asked for. */
export const templateCounts = { perPerson: { max: 100 }, page: { min: 1, max: 48, default: 24 } } as const;

/** What the id of a template that somebody made looks like; files are named in lower case, so that none is like it. */
const ownTemplateId = /^T[0-9A-Za-z]{11}$/;
export const ownTemplateIdOf = (letters: string) => `T${letters}`;
export const isOwnTemplateId = (id: string) => ownTemplateId.test(id);
