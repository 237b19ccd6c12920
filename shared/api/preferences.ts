/** What people may choose for themselves, with the choices of each; the first is everybody's until they choose. */
export const preferenceChoices = {
  /** Of pages and panels: the stage of a universe is dark in each. */
  theme: ['system', 'dark', 'light'],
  /** Whether the interface keeps still, and the picture of a universe calm. */
  reducedMotion: ['system', 'on', 'off'],
  /** Whether the measured time decides what a picture may cost, or always this. */
  pictureQuality: ['auto', 'low', 'medium', 'high'],
  /** Of the interface; by the system it is the first that the browser asks for and that is spoken here. */
  language: ['system', 'en', 'de'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type PreferenceName = keyof typeof preferenceChoices;
export type Preferences = { [K in PreferenceName]: (typeof preferenceChoices)[K][number] };

export const preferenceNames = Object.keys(preferenceChoices) as readonly PreferenceName[];

/** What nobody has chosen yet. */
export const usualPreferences = Object.fromEntries(preferenceNames.map((name) => [name, preferenceChoices[name][0]])) as Preferences;

/** The preferences among what a row or a file holds; what is none of the choices is as if it were not chosen. */
export function preferencesOf(held: Readonly<Record<string, unknown>>): Preferences {
  const chosen = preferenceNames.map((name) => {
    const choices: readonly string[] = preferenceChoices[name];
    return [name, choices.find((choice) => choice === held[name]) ?? choices[0]];
  });
  return Object.fromEntries(chosen) as Preferences;
}
