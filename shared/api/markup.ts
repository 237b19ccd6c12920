const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in a page, between tags and in quoted attributes: never as a part of the page itself. */
export const asText = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
