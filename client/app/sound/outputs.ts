import type { OutputsView } from '../../store/listening.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { say } from '../../words/words.ts';
import { messageOf } from '../page/actions.ts';
import { saveOutput, savedOutput } from './saved-output.ts';

/** Some browsers show their own list. */
type ChoosingDevices = MediaDevices & { selectAudioOutput?(): Promise<MediaDeviceInfo> };

/** Returns the audio outputs that the browser lists, if it can play on another than the default one. */
export async function findOutputs(): Promise<OutputsView> {
  if (!canChoose()) return { canChoose: false, found: [] };
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const found = devices
    .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '' && deviceId !== 'default')
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || say('Output {number}', { number: index + 1 }) }));
  return { canChoose: true, found };
}

/** Lists the audio outputs; `ask` makes browsers that require permission ask the user. */
export async function lookForOutputs(store: Store, ask: boolean): Promise<void> {
  const { listening } = store;
  try {
    if (ask) await askForOutputs();
  } catch (error) {
    showToast(store, 'error', say('The outputs cannot be listed: {reason}', { reason: messageOf(error) }));
  }
  listening.output.value = savedOutput();
  listening.outputs.value = await findOutputs();
}

/** Plays on another audio output, in the open universe if there is one, and in later ones. */
export async function chooseOutput(
  store: Store,
  deviceId: string,
  open: { setOutput(deviceId: string): Promise<void> } | undefined,
): Promise<void> {
  try {
    await open?.setOutput(deviceId);
    saveOutput(deviceId);
    store.listening.output.value = deviceId;
  } catch (error) {
    showToast(store, 'error', say('That output cannot be used: {reason}', { reason: messageOf(error) }));
  }
}

const canChoose = () =>
  typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype && navigator.mediaDevices !== undefined;

async function askForOutputs(): Promise<void> {
  const devices: ChoosingDevices = navigator.mediaDevices;
  if (devices.selectAudioOutput) {
    saveOutput((await devices.selectAudioOutput()).deviceId);
    return;
  }
  // Browsers list outputs after microphone access; the microphone is released at once.
  const lent = await devices.getUserMedia({ audio: true });
  for (const track of lent.getTracks()) track.stop();
}
