import { cos, pow, sin, tau } from '../math/exact.ts';
import { emitterFields, maskSide, maxEmitters } from '../universe/index.ts';
import type { UniverseWorld } from './world.ts';

const shapes = emitterFields.shape.choices;
const shapeIndex = (shape: (typeof shapes)[number]) => shapes.indexOf(shape);
const ring = shapeIndex('ring');
const sphere = shapeIndex('sphere');
const line = shapeIndex('line');
const image = shapeIndex('image');

/** The set cells of an emitter's image, row by row from the top. */
interface Mask {
  text: string;
  count: number;
  readonly cells: Uint16Array;
}

/** Reads the hexadecimal digits of an image, unless it has been read already. */
function readMask(mask: Mask, text: string): void {
  if (mask.text === text) return;
  mask.text = text;
  mask.count = 0;
  for (let digit = 0; digit < text.length; digit++) {
    const bits = Number.parseInt(text[digit], 16);
    for (let bit = 0; bit < 4; bit++) {
      if (((bits >> (3 - bit)) & 1) === 1) mask.cells[mask.count++] = digit * 4 + bit;
    }
  }
}

/** Writes a place near a ring around the vertical axis. */
function placeOnRing(offset: Float64Array, radius: number, random: () => number): void {
  const angle = random() * tau;
  const distance = radius * (0.94 + 0.12 * random());
  offset[0] = cos(angle) * distance;
  offset[2] = sin(angle) * distance;
}

/** Writes a place within a sphere. */
function placeInSphere(offset: Float64Array, radius: number, random: () => number): void {
  const angle = random() * tau;
  const height = 2 * random() - 1;
  const distance = radius * pow(random() + 1e-9, 1 / 3);
  const flat = Math.sqrt(1 - height * height);
  offset[0] = cos(angle) * flat * distance;
  offset[1] = height * distance;
  offset[2] = sin(angle) * flat * distance;
}

/** Builds the function that puts slot `at` somewhere on the shape of the emitter in `slot`. */
export function buildPlaceOnShape(world: UniverseWorld): (slot: number, at: number, random: () => number) => void {
  const { Emitter, Position } = world.stores;
  const masks = Array.from({ length: maxEmitters }, (): Mask => ({ text: '', count: 0, cells: new Uint16Array(maskSide * maskSide) }));
  const offset = new Float64Array(3);

  /**
   * A unit vector in the horizontal plane, to the right when looking along the emitter's direction; along x when that is straight up or
   * down.
   */
  const rightOf = (slot: number): [x: number, z: number] => {
    const dx = Emitter.directionX[slot];
    const dz = Emitter.directionZ[slot];
    const length = Math.sqrt(dx * dx + dz * dz);
    return length > 1e-6 ? [dz / length, -dx / length] : [1, 0];
  };

  const placeOnLine = (slot: number, radius: number, random: () => number) => {
    const [rx, rz] = rightOf(slot);
    const along = radius * (1 - 2 * random());
    offset[0] = rx * along;
    offset[2] = rz * along;
  };

  /**
   * Places a particle on the image, which is upright across the emitter's direction and is seen from the side to which the emitter shoots.
   */
  const placeOnImage = (slot: number, radius: number, random: () => number) => {
    const mask = masks[slot];
    readMask(mask, world.document.emitters[slot].mask);
    if (mask.count === 0) return;
    const cell = mask.cells[Math.floor(random() * mask.count)];
    const across = radius * ((2 * ((cell % maskSide) + random())) / maskSide - 1);
    const up = radius * (1 - (2 * (Math.floor(cell / maskSide) + random())) / maskSide);
    const dx = Emitter.directionX[slot];
    const dy = Emitter.directionY[slot];
    const dz = Emitter.directionZ[slot];
    const length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy + dz * dz));
    const [rx, rz] = rightOf(slot);
    // Upwards in the image: direction × right.
    offset[0] = rx * across + ((dy * rz) / length) * up;
    offset[1] = ((dz * rx - dx * rz) / length) * up;
    offset[2] = rz * across - ((dy * rx) / length) * up;
  };

  return (slot, at, random) => {
    const radius = Emitter.radius[slot];
    offset.fill(0);
    switch (Emitter.shape[slot]) {
      case ring:
        placeOnRing(offset, radius, random);
        break;
      case sphere:
        placeInSphere(offset, radius, random);
        break;
      case line:
        placeOnLine(slot, radius, random);
        break;
      case image:
        placeOnImage(slot, radius, random);
        break;
    }
    Position.x[at] = Emitter.x[slot] + offset[0];
    Position.y[at] = Emitter.y[slot] + offset[1];
    Position.z[at] = Emitter.z[slot] + offset[2];
  };
}
