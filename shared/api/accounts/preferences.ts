/** The preferences of a user, with the choices of each; the first is the default. */
export const preferenceChoices = {
  /** Theme of pages and panels: the stage of a universe is dark in each. */
  theme: ['system', 'dark', 'light'],
  /** Stillness of the interface, and calm of the picture. */
  reducedMotion: ['system', 'on', 'off'],
  /** Quality of the picture: by the measured frame time, or fixed. */
  pictureQuality: ['auto', 'low', 'medium', 'high'],
  /** Language of the interface; `system` is the first that the browser asks for and that is supported. */
  language: ['system', 'en', 'de'],
  /** Whether pages report errors and measurements to this server. A browser that asks not to be tracked reports nothing in any case. */
  reports: ['on', 'off'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type PreferenceName = keyof typeof preferenceChoices;
export type Preferences = { [K in PreferenceName]: (typeof preferenceChoices)[K][number] };

export const preferenceNames = Object.keys(preferenceChoices) as readonly PreferenceName[];

/** The default of each preference. */
export const usualPreferences = Object.fromEntries(preferenceNames.map((name) => [name, preferenceChoices[name][0]])) as Preferences;

/** Returns the preferences in a row or a file; a value that is not a choice counts as the default. */
export function preferencesOf(held: Readonly<Record<string, unknown>>): Preferences {
  const chosen = preferenceNames.map((name) => {
    const choices: readonly string[] = preferenceChoices[name];
    return [name, choices.find((choice) => choice === held[name]) ?? choices[0]];
  });
  return Object.fromEntries(chosen) as Preferences;
}
