/**
 * The elements that a universe is not opened for, in one script: fetched behind its first picture, or when the user asks for some of it sooner. The
 * `elements.ts` of a folder names the elements that come so.
 */
import.meta.glob('../**/elements.ts', { eager: true });
