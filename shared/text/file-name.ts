import { utf8Of } from './characters.ts';
import { glyphsOf } from './normalise.ts';

/** Names of devices, which Windows reserves with any ending. @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(?:con|prn|aux|nul|conin|conout|clock|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/** File systems allow 255 bytes, or as many units of UTF-16; some are left for the ending. */
const maxBytes = 180;

/**
 * Returns the name of a file about a named thing, without its ending: letters, marks and digits of all scripts with hyphens between them,
 * which every file system allows. `fallback` if nothing is left.
 */
export function fileBase(name: string, fallback = 'universe'): string {
  const words = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  let base = '';
  for (const glyph of glyphsOf(words)) {
    if (utf8Of(base + glyph).length > maxBytes) break;
    base += glyph;
  }
  base = base.replace(/-+$/, '');
  if (base === '') return fallback;
  return reserved.test(base) ? `${base}-${fallback}` : base;
}

/** The characters of a name that are sent as they are: the attribute characters of RFC 5987. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Returns the header by which an answer is saved as a file; `plain` is its name for programs that only know ASCII.
 * @see RFC 6266
 */
export const contentDisposition = (name: string, plain: string): string =>
  `attachment; filename="${/^[\w.-]+$/.test(name) ? name : plain}"; filename*=UTF-8''${encoded(name)}`;
