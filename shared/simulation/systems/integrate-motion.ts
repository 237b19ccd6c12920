import { exp } from '../../math/exact.ts';
import { noteContact } from '../contacts.ts';
import { type ParticleSystem, stepSeconds } from '../world.ts';

/**
 * Linear drag, exact over the step, then position += velocity × step: semi-implicit Euler, all forces having acted on the velocity before.
 * Crossings of the horizontal plane through the origin are reported to the composer.
 * @see Hairer, Lubich, Wanner 2003, §I.1.2
 */
export const integrateMotion: ParticleSystem = {
  name: 'integrate-motion',
  reads: ['Position', 'Velocity', 'Life.lifetime'],
  writes: ['Position', 'Velocity'],
  buildParticles: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { contacts } = world;
    let dt = 0;
    let keep = 1;
    return {
      begin() {
        const { parameters } = world.document;
        dt = stepSeconds * parameters.timeScale;
        keep = exp((-parameters.airResistance * dt) / (parameters.particleMass * parameters.density));
        return true;
      },
      run(start, end) {
        const share = keep;
        const seconds = dt;
        for (let i = start; i < end; i++) {
          if (lifetime[i] === 0) continue;
          const ux = vx[i] * share;
          const uy = vy[i] * share;
          const uz = vz[i] * share;
          vx[i] = ux;
          vy[i] = uy;
          vz[i] = uz;
          x[i] += ux * seconds;
          z[i] += uz * seconds;
          const before = y[i];
          const after = before + uy * seconds;
          y[i] = after;
          if (before * after < 0) {
            contacts.crossings += 1;
            noteContact(contacts, i, 'crossing');
          }
        }
      },
    };
  },
};
