// Before the first paint: the theme that was chosen in this browser (client/app/preferences.ts keeps it). Without one the system decides.
try {
  document.documentElement.dataset.theme = JSON.parse(localStorage.getItem('harmonic.preferences')).theme;
} catch {
  // Nothing was chosen here, or nothing can be kept.
}

// Where the page itself can't be fetched or run there is nothing else to say so: this is said without it.
(() => {
  const waitMs = 9000;
  const isGerman = navigator.language.startsWith('de');
  const words = isGerman
    ? {
        failed: 'Diese Seite konnte nicht geladen werden. Vielleicht gibt es eine neue Version, oder dein Browser ist zu alt für sie.',
        slow: 'Diese Seite lädt noch. Vielleicht ist die Verbindung langsam.',
        again: 'Neu laden',
      }
    : {
        failed: 'This page could not be loaded. There may be a new version of it, or your browser may be too old for it.',
        slow: 'This page is still loading. The connection may be slow.',
        again: 'Reload',
      };
  const isThere = () => document.querySelector('hu-app:defined') !== null;
  const box = document.createElement('div');
  const say = (text) => {
    if (isThere() || !document.body) return;
    const button = Object.assign(document.createElement('button'), { textContent: words.again, onclick: () => location.reload() });
    box.replaceChildren(Object.assign(document.createElement('p'), { textContent: text }), button);
    box.id = 'not-there';
    box.setAttribute('role', 'alert');
    document.body.append(box);
  };
  // A script, or one that it needs, that is not there; and one that this browser can't read.
  addEventListener('error', ({ target }) => (target === window || target instanceof HTMLScriptElement) && say(words.failed), true);
  setTimeout(() => !box.isConnected && say(words.slow), waitMs);
  // Whatever comes late takes the place of what was said.
  new MutationObserver((_, observer) => {
    if (!isThere()) return;
    box.remove();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
})();
