import { computed, effect } from '@preact/signals-core';
import { speciesColours } from '../../../gpu/index.ts';
import type { Store } from '../../../store/store.ts';

/** Updates the colours of the species in the store from the palette of the open universe. */
export function followSpeciesColours(store: Store): void {
  const choice = computed(() => {
    const { palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale } = store.effectiveDocument.value.parameters;
    return [palette, paletteLow, paletteMiddle, paletteHigh, key, scale, customScale].join();
  });
  effect(() => {
    if (choice.value) store.speciesColours.value = speciesColours(store.effectiveDocument.peek().parameters);
  });
}
