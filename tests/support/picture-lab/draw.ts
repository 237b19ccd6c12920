import { createRenderer, driftCamera, frameCamera, type Renderer } from '../../../client/gpu/index.ts';
import { defaultParameters, type ParameterPatch } from '../../../shared/parameters/index.ts';
import { type Frame, frameScalars, type FrameScalars, particleWords } from '../../../shared/simulation/frame-layout.ts';
import { createSimulation, type Simulation } from '../../../shared/simulation/simulation.ts';
import { defaultDocument } from '../../../shared/universe/index.ts';
import { lastDevice } from './one-device.ts';

declare global {
  interface Window {
    /** Draws the same frames of the same universe with the given parameters, and returns the kind of the renderer. */
    drawWith?: (values: ParameterPatch) => Promise<string>;
  }
}

const width = 240;
const height = 160;
const ticksBefore = 150;
const pictures = 8;
const secondsApart = 0.175;

/** Creates a small universe whose particles bounce, play notes and belong to several species. */
function lively(bounceFlash: number): Simulation {
  const document = defaultDocument();
  const lab = {
    particleCount: 6000,
    emissionRate: 2400,
    particleLifetime: 4,
    particleSpeed: 9,
    bounds: 'box',
    boundsSize: 7,
    spread: 60,
  } as const;
  const emitters = [0, 2, 4].map((species) => ({ ...document.emitters[0], id: `e${species}`, x: species - 2, y: 0, species }));
  return createSimulation({ ...document, emitters, parameters: { ...document.parameters, ...lab, bounceFlash } });
}

function frameOf(simulation: Simulation, sequence: number): Frame {
  const words = new Uint32Array(simulation.capacity * particleWords);
  const floats = new Float32Array(words.buffer);
  const scalars = new Float64Array(frameScalars.length);
  const anchors = { emitters: new Float32Array(48), wells: new Float32Array(48) };
  simulation.packFrame({ words, floats, scalars, ...anchors }, 1);
  const named = Object.fromEntries(frameScalars.map((name, index) => [name, scalars[index]])) as FrameScalars;
  return { sequence, slots: named.slots, words, floats, scalars: named, ...anchors };
}

interface Scene {
  frames: Frame[];
  seed: number;
  wells: Simulation['world']['document']['wells'];
}

/** Scenes by `bounceFlash`, the only visualization parameter that the simulation reads. */
const scenes = new Map<number, Scene>();

function sceneWith(bounceFlash: number): Scene {
  const known = scenes.get(bounceFlash);
  if (known) return known;
  const simulation = lively(bounceFlash);
  while (simulation.tick < ticksBefore) simulation.step();
  const frames = Array.from({ length: pictures }, (_, picture) => {
    simulation.step();
    simulation.step();
    return frameOf(simulation, picture + 1);
  });
  const { seed, wells } = simulation.world.document;
  scenes.set(bounceFlash, { frames, seed, wells });
  return sceneWith(bounceFlash);
}

let last: Renderer | null = null;

const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));

window.drawWith = async (values) => {
  const parameters = { ...defaultParameters, ...values };
  const { frames, seed, wells } = sceneWith(parameters.bounceFlash);
  let camera = frameCamera({ boundsSize: 7 });
  // A new renderer for each drawing keeps no state of the one before.
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  const renderer = await createRenderer(canvas, { fixedQuality: 0.72 });
  last?.dispose();
  last = renderer;
  renderer.resize(width, height, 1);
  for (const frame of frames) {
    camera = driftCamera(camera, parameters, secondsApart, false);
    renderer.draw({ frame, alpha: 1, seconds: secondsApart, parameters, seed, wells, camera, reducedMotion: false });
    // So that no frame is skipped on a busy machine.
    await lastDevice()?.queue.onSubmittedWorkDone();
    await nextPicture();
    await nextPicture();
  }
  return renderer.kind;
};
