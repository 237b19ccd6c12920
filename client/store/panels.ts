/**
 * The names of the panels. Each feature adds its own, as elements add their tags to `HTMLElementTagNameMap`; if a feature names a panel and
 * does not show it, `client/app/features/index.ts` does not compile.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- features add to it
export interface Panels {}

/** The names of the dialogs, added in the same way. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- features add to it
export interface Dialogs {}

export type PanelName = keyof Panels;
export type DialogName = keyof Dialogs;
