/**
 * The elements of all features, in one script: fetched behind the first picture of a universe, or as soon as anything of them is opened. The
 * `elements.ts` of each feature names those that it shows.
 */
import.meta.glob('./*/elements.ts', { eager: true });
