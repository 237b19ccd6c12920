const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Returns text for use in a page, between tags and in quoted attributes, so that none of it is read as markup. */
export const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
