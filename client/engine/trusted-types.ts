/** The part of Trusted Types that is used here. @see https://www.w3.org/TR/trusted-types/ */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
}

/** Whether a URL is a file of this site, or was created by one of its scripts. */
function isOwn(url: string): boolean {
  const { protocol, origin, pathname } = new URL(url, location.origin);
  if (origin !== location.origin) return false;
  return protocol === 'blob:' || pathname.startsWith('/assets/') || import.meta.env.DEV;
}

/**
 * Limits worker scripts to this site's own files, and turns no text into markup or script: the content security policy requires such a
 * policy wherever that could happen, and this is the only one beside that of the templates. Imported first by every module that starts
 * threads.
 */
(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (isOwn(url) ? url : null),
});
