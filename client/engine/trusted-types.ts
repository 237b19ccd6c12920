/** The part of Trusted Types that is used here. @see https://www.w3.org/TR/trusted-types/ */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
}

/** A file of ours, or something that a script of ours has made. */
function isOwn(url: string): boolean {
  const { protocol, origin, pathname } = new URL(url, location.origin);
  if (origin !== location.origin) return false;
  return protocol === 'blob:' || pathname.startsWith('/assets/') || import.meta.env.DEV;
}

/**
 * Threads are begun from our own files alone, and no text becomes markup or a script: the content security policy asks for such a
 * promise wherever that could happen, and this is the only one given beside that of the templates. Imported first by whatever
 * begins threads.
 */
(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (isOwn(url) ? url : null),
});
