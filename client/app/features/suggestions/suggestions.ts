import type { SuggestionsAct } from '../../../store/suggestions.ts';
import type { ClientApp } from '../../feature.ts';
import { openDesk, type SuggestionsDesk } from './desk.ts';

let desk: SuggestionsDesk | null = null;

/** Performs an action on suggestions. Their workers run while the panel is open. */
export function actOnSuggestions(app: ClientApp, act: SuggestionsAct): void {
  if (act.kind !== 'open') {
    desk?.act(act);
    return;
  }
  desk?.close();
  // The panel may have been closed while this code was fetched.
  desk = app.store.panel.value === 'suggestions' && app.session ? openDesk(app, act.canvases) : null;
}
