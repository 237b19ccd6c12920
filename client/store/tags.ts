import { normaliseLine } from '../../shared/text/normalise.ts';
import { foldForSearch } from '../../shared/text/search.ts';

/** The tags that a text with commas stands for, each once. */
export function tagsOf(text: string): string[] {
  return distinctTags(text.split(','));
}

/** Tags in their one form, each once, as it was first typed. */
export function distinctTags(typed: readonly string[]): string[] {
  const tags = typed.map((tag) => normaliseLine(tag.toLowerCase())).filter((tag) => tag !== '');
  const folded = tags.map(foldForSearch);
  return tags.filter((_, index) => folded.indexOf(folded[index]!) === index);
}
