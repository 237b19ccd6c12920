/**
 * The elements that are not needed to open a universe, in one script. It is loaded after the first picture, or earlier if the user opens
 * one of them. The `elements.ts` of a folder names its elements of this kind.
 */
import.meta.glob('../**/elements.ts', { eager: true });
