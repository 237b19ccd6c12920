// Before the first paint: the theme that was chosen in this browser (client/app/preferences.ts keeps it). Without one the system decides.
try {
  document.documentElement.dataset.theme = JSON.parse(localStorage.getItem('harmonic.preferences')).theme;
} catch {
  // Nothing was chosen here, or nothing can be kept.
}
