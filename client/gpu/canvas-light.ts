import { freeAge, maxPacked, packedFields, packedSpeedMax, packedValue } from '../../shared/simulation/frame-layout.ts';
import { projectPoint, projectionOf } from './camera.ts';
import { createTone } from './canvas-tone.ts';
import type { Mood } from './frame-state.ts';
import { paletteColours } from './palettes.ts';
import type { ParticleSample } from './particle-sample.ts';
import { kindPlace } from './species-colours.ts';
import type { RenderInput } from './types.ts';

const flashLight = 10;
const colours = 64;
/** Light below which a pixel is dark, at any exposure. */
const darkest = 1e-8;

/** The light of a plain picture, three channels a pixel; it stays from picture to picture as the trail. */
interface CanvasLight {
  /** Adds the light of the particles; `screen` in CSS pixels. */
  splat(input: RenderInput, mood: Mood, particles: ParticleSample, screen: { readonly width: number; readonly height: number }): void;
  /** Returns the exposure that brings the lit pixels to a middle brightness. */
  meter(): number;
  /** Writes the light over the background (0..1, as the screen takes it) into RGBA bytes, and keeps a share of it. */
  develop(data: Uint8ClampedArray, scale: number, background: ArrayLike<number>, keep: number): void;
}

export function createCanvasLight(width: number, height: number): CanvasLight {
  const light = new Float32Array(width * height * 3);
  const toneOf = createTone();
  return {
    splat(input, mood, particles, screen) {
      const { parameters: p, camera } = input;
      const palette = paletteColours(p, colours, mood.hueTurn, mood.chroma);
      const sight = projectionOf(camera, { ...screen, zoom: p.zoom });
      const gainOfAll = 0.05 + 0.45 * Math.min(4, p.particleSize);
      particles.forEach(input, (place, word) => {
        const seen = projectPoint(sight, place);
        if (!seen) return;
        const x = Math.floor((seen.x / screen.width) * width);
        const y = Math.floor((seen.y / screen.height) * height);
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        const far = Math.min(1, Math.max(0, seen.depth / camera.distance - 0.5));
        const colour = Math.floor(placeOf(p.colourBy, word, far, mood) * (colours - 1)) * 3;
        const flash = packedValue(word, packedFields.flash) / maxPacked(packedFields.flash);
        const strength = (gainOfAll / particles.share) * (1 - p.depthCue * far) + flash * flash * flashLight;
        const pixel = (y * width + x) * 3;
        for (let channel = 0; channel < 3; channel++) light[pixel + channel] += palette[colour + channel] * strength;
      });
    },
    meter() {
      let sum = 0;
      let squares = 0;
      for (let i = 1; i < light.length; i += 3) {
        sum += light[i];
        squares += light[i] * light[i];
      }
      return sum > 0 ? Math.min(2, (0.2 * sum) / squares) : 1;
    },
    develop(data, scale, background, keep) {
      const { bytes, perLight, steps } = toneOf(background);
      const perStep = perLight * scale;
      const last = steps - 1;
      for (let i = 0, out = 0; i < light.length; i += 3, out += 4) {
        const red = light[i];
        const green = light[i + 1];
        const blue = light[i + 2];
        // Bright places pale: each channel gives some of its light to the others.
        const shared = (red + green + blue) * 0.07;
        data[out] = bytes[Math.min(last, Math.sqrt((red + shared) * perStep) + 0.5) | 0];
        data[out + 1] = bytes[steps + (Math.min(last, Math.sqrt((green + shared) * perStep) + 0.5) | 0)];
        data[out + 2] = bytes[2 * steps + (Math.min(last, Math.sqrt((blue + shared) * perStep) + 0.5) | 0)];
        data[out + 3] = 255;
        // A trail ends where nobody sees it: numbers that are almost zero cost processors a hundred times as much.
        const kept = shared > darkest ? keep : 0;
        light[i] = red * kept;
        light[i + 1] = green * kept;
        light[i + 2] = blue * kept;
      }
    },
  };
}

/** Returns the place in the palette, 0..1. */
function placeOf(colourBy: RenderInput['parameters']['colourBy'], word: number, far: number, mood: Mood): number {
  const read = (field: (typeof packedFields)[keyof typeof packedFields]) => packedValue(word, field);
  switch (colourBy) {
    case 'age':
      return 1 - read(packedFields.age) / freeAge;
    case 'pitch':
      return read(packedFields.part) === 0 ? 0.2 : 0.3 + (0.7 * read(packedFields.pitch)) / maxPacked(packedFields.pitch);
    case 'species':
      return kindPlace(read(packedFields.species));
    case 'depth':
      return 1 - far;
    case 'voice':
      return read(packedFields.part) === 0 ? 0.1 : kindPlace(read(packedFields.part));
    case 'speed': {
      const speed = (read(packedFields.speed) / maxPacked(packedFields.speed)) ** 2 * packedSpeedMax;
      return speed / (speed + mood.middleSpeed);
    }
  }
}
