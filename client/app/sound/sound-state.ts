import type { AudioState } from '../../common/states.ts';
import type { Store } from '../../store/store.ts';
import { closeChoices, showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';

/** Shows the state of the sound in the store, and offers the user to try again where it does not start. */
interface SoundState {
  patch(values: Partial<Store['audio']['value']>): void;
  /** Takes a change of the player; `again` tries once more. */
  changed(state: AudioState, reason: string, again: () => void): void;
  /** Offers to load the page again: the sound takes too long. */
  late(): void;
}

export function createSoundState(store: Store): SoundState {
  /** The toast about sound that does not start, until it does. */
  let offered = '';
  const offer = (text: string, label: string, run: () => void) => {
    closeChoices(store, offered);
    offered = text;
    showToast(store, 'info', text, { label, run, otherwise: say('Go on without sound') });
  };
  const patch = (values: Partial<Store['audio']['value']>) => {
    store.audio.value = { ...store.audio.value, ...values };
  };

  return {
    patch,
    changed(state, reason, again) {
      const isAbsent = reason !== '' && typeof AudioContext === 'undefined';
      patch({ state, message: reason && say(isAbsent ? 'There is no sound in this browser.' : 'Press to try again') });
      if (state === 'running') closeChoices(store, offered);
      if (reason === '') return;
      console.warn(`sound: ${reason}`);
      if (isAbsent) return showToast(store, 'info', say('There is no sound in this browser.'));
      offer(say('The sound could not be started. The universe runs without it.'), say('Try again'), again);
    },
    late: () => offer(say('The sound is still loading. The universe runs without it.'), say('Reload'), () => location.reload()),
  };
}
