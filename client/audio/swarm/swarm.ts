import * as Tone from 'tone';
import type { ParameterValues } from '../../../shared/parameters/index.ts';
import { audioParameters } from '../../../shared/parameters/audio.ts';
import { smoothParam } from '../smooth-param.ts';
import { isReady } from '../worklets/load.ts';
import { type SwarmRequest, swarmWorklet } from '../worklets/swarm-protocol.ts';

/** The player of the swarm. */
export interface Swarm {
  /** Sets the records (`swarm-layout.ts`): shared memory that is read from now on, or a set for a time of the audio clock. */
  hum(records: Float32Array, atSeconds?: number): void;
  follow(parameters: Pick<ParameterValues, 'waveform' | 'stereoWidth'>, cents: number): void;
  /** Resolves when all messages so far have arrived, so that an offline rendering can start. */
  arrived(): Promise<void>;
}

const absent: Swarm = { hum() {}, follow() {}, arrived: () => Promise.resolve() };

/** Builds the swarm in Tone's current context; it is silent without worklets. */
export function createSwarm(output: Tone.ToneAudioNode): Swarm {
  if (!isReady()) return absent;
  const context = Tone.getContext();
  const node = context.createAudioWorkletNode(swarmWorklet, { numberOfInputs: 0, outputChannelCount: [2] });
  Tone.connect(node, output);
  const send = (request: SwarmRequest) => node.port.postMessage(request);
  const param = (name: string) => new Tone.Param({ context, param: node.parameters.get(name)!, units: 'number' });
  const wave = param('wave');
  const to = { cents: smoothParam(param('cents')), width: smoothParam(param('width')) };
  const answers: (() => void)[] = [];
  node.port.onmessage = () => answers.shift()?.();
  let chosen = -1;

  return {
    hum(records, atSeconds = 0) {
      const isShared = typeof SharedArrayBuffer !== 'undefined' && records.buffer instanceof SharedArrayBuffer;
      send(isShared ? { kind: 'memory', records } : { kind: 'records', records, atSeconds });
    },
    follow({ waveform, stereoWidth }, cents) {
      const index = audioParameters.waveform.choices.indexOf(waveform);
      if (index !== chosen) wave.setValueAtTime(index, context.currentTime);
      chosen = index;
      to.cents(cents);
      to.width(stereoWidth);
    },
    arrived: () =>
      new Promise((resolve) => {
        answers.push(resolve);
        send({ kind: 'flush' });
      }),
  };
}
