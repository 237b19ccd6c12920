// The default export of a worklet's address is made by the bundler.
/* oxlint-disable import/default */
import * as Tone from 'tone';
import masterUrl from './master.worklet.ts?worker&url';
import stringUrl from './string.worklet.ts?worker&url';
import swarmUrl from './swarm.worklet.ts?worker&url';

const ready = new WeakSet<Tone.BaseContext>();

/** Loads the worklets into a context. Where there are none, the sound does without; where they can't be fetched, it fails. */
export async function loadWorklets(context: Tone.BaseContext): Promise<void> {
  const { audioWorklet } = context.rawContext as unknown as { audioWorklet?: AudioWorklet };
  if (!audioWorklet) return;
  await Promise.all([masterUrl, stringUrl, swarmUrl].map((url) => audioWorklet.addModule(url)));
  ready.add(context);
}

/** Whether Tone's current context has them. */
export const isReady = (): boolean => ready.has(Tone.getContext());
