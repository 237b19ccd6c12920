import { exp } from '../../math/exact.ts';
import { type ParticleSystem, stepSeconds } from '../world.ts';

/** Flashes fade with this time constant in seconds. */
const flashSeconds = 0.22;
/** Further out than this, in metres, a particle is removed: it could only overflow. */
const farthest = 5000;

/** Ages particles and frees the slots of those whose lifetime is over. */
export const ageParticles: ParticleSystem = {
  name: 'age-particles',
  reads: ['Position', 'Life', 'Look.flash'],
  writes: ['Life', 'Look.flash'],
  buildParticles: (world) => {
    const { x, y, z } = world.stores.Position;
    const { age, lifetime } = world.stores.Life;
    const { flash } = world.stores.Look;
    const fade = exp(-stepSeconds / flashSeconds);
    let dt = 0;
    let open = false;

    /** Removes particles that are near the largest numbers, when no bounds hold them. */
    const giveUpTheFarthest = (start: number, end: number) => {
      for (let i = start; i < end; i++) {
        if (Math.abs(x[i]) < farthest && Math.abs(y[i]) < farthest && Math.abs(z[i]) < farthest) continue;
        lifetime[i] = 0;
        flash[i] = 0;
      }
    };

    return {
      begin() {
        const { bounds, timeScale } = world.document.parameters;
        dt = stepSeconds * timeScale;
        open = bounds === 'open';
        return true;
      },
      run(start, end) {
        for (let i = start; i < end; i++) {
          const life = lifetime[i];
          if (life === 0) continue;
          const older = age[i] + dt;
          age[i] = older;
          const light = flash[i];
          if (light !== 0) flash[i] = light > 0.002 ? light * fade : 0;
          if (older < life) continue;
          lifetime[i] = 0;
          flash[i] = 0;
        }
        if (open) giveUpTheFarthest(start, end);
      },
    };
  },
};
