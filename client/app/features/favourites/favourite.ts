import type { FavouriteState, UniverseSummary } from '../../../../shared/api/contract/contract.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { messageOf } from '../../page/actions.ts';

/** Adds a universe to the favourites, or removes it. The change is shown at once, and reverted if the server refuses. */
export async function setFavourite(store: Store, id: string, isFavourite: boolean): Promise<void> {
  const before = stateOf(store, id);
  if (!before || before.isFavourite === isFavourite) return;
  show(store, id, { isFavourite, favouriteCount: Math.max(0, before.favouriteCount + (isFavourite ? 1 : -1)) });
  try {
    show(store, id, await callApi(isFavourite ? 'addFavourite' : 'removeFavourite', { params: { id } }));
  } catch (error) {
    show(store, id, before);
    showToast(store, 'error', messageOf(error));
  }
}

function stateOf(store: Store, id: string): FavouriteState | undefined {
  const open = store.universe.value;
  if (open?.id === id) return { isFavourite: open.isFavourite, favouriteCount: open.favouriteCount };
  const shown = [...store.library.value.universes, ...(store.profile.value?.universes ?? [])];
  const found = shown.find((universe) => universe.id === id);
  return found && { isFavourite: found.isFavourite, favouriteCount: found.favouriteCount };
}

/** Updates the universe wherever it is shown. */
function show({ universe, library, profile }: Store, id: string, { isFavourite, favouriteCount }: FavouriteState): void {
  if (universe.value?.id === id) universe.value = { ...universe.value, isFavourite, favouriteCount };
  const changed = (universes: readonly UniverseSummary[]) =>
    universes.map((entry) => (entry.id === id ? { ...entry, isFavourite, favouriteCount } : entry));
  library.value = { ...library.value, universes: changed(library.value.universes) };
  if (profile.value) profile.value = { ...profile.value, universes: changed(profile.value.universes) };
}
