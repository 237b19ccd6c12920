import { normaliseLine } from '../../shared/text/normalise.ts';
import { foldForSearch } from '../../shared/text/search.ts';

/** Parses a text with commas to tags without duplicates. */
export function tagsOf(text: string): string[] {
  return distinctTags(text.split(','));
}

/** Normalises tags and drops duplicates; the first spelling stays. */
export function distinctTags(typed: readonly string[]): string[] {
  const tags = typed.map((tag) => normaliseLine(tag.toLowerCase())).filter((tag) => tag !== '');
  const folded = tags.map(foldForSearch);
  return tags.filter((_, index) => folded.indexOf(folded[index]!) === index);
}
