// The bundler makes the default export of a worklet's URL.
/* oxlint-disable import/default */
import * as Tone from 'tone';
import masterUrl from './master.worklet.ts?worker&url';
import stringUrl from './string.worklet.ts?worker&url';
import swarmUrl from './swarm.worklet.ts?worker&url';

const ready = new WeakSet<Tone.BaseContext>();

/** Loads the worklets into a context. Does nothing in a browser without worklets; rejects when they cannot be fetched. */
export async function loadWorklets(context: Tone.BaseContext): Promise<void> {
  const { audioWorklet } = context.rawContext as unknown as { audioWorklet?: AudioWorklet };
  if (!audioWorklet) return;
  await Promise.all([masterUrl, stringUrl, swarmUrl].map((url) => audioWorklet.addModule(url)));
  ready.add(context);
}

/** True when Tone's current context has the worklets. */
export const isReady = (): boolean => ready.has(Tone.getContext());
