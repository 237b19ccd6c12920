import { calmRadius, gravityVector } from '../field.ts';
import { type ParticleSystem, stepSeconds } from '../world.ts';

/** Uniform gravity, with the effective strength after the links, and the pull towards the origin. */
export const applyGravity: ParticleSystem = {
  name: 'apply-gravity',
  reads: ['Position', 'Velocity', 'Life.lifetime', 'Modulation.gravity'],
  writes: ['Velocity'],
  buildParticles: (world) => {
    const { x, y, z } = world.stores.Position;
    const { x: vx, y: vy, z: vz } = world.stores.Velocity;
    const { lifetime } = world.stores.Life;
    const { gravity } = world.stores.Modulation;
    const acceleration = new Float64Array(3);
    let gx = 0;
    let gy = 0;
    let gz = 0;
    let pull = 0;
    return {
      begin() {
        const { parameters } = world.document;
        const dt = stepSeconds * parameters.timeScale;
        gravityVector(parameters, gravity[0], acceleration);
        gx = acceleration[0] * dt;
        gy = acceleration[1] * dt;
        gz = acceleration[2] * dt;
        pull = parameters.centralPull * dt;
        return gravity[0] !== 0 || pull !== 0;
      },
      run(start, end) {
        for (let i = start; i < end; i++) {
          if (lifetime[i] === 0) continue;
          vx[i] += gx;
          vy[i] += gy;
          vz[i] += gz;
        }
        if (pull === 0) return;
        for (let i = start; i < end; i++) {
          if (lifetime[i] === 0) continue;
          const distance = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
          const share = pull / Math.max(distance, calmRadius);
          vx[i] -= x[i] * share;
          vy[i] -= y[i] * share;
          vz[i] -= z[i] * share;
        }
      },
    };
  },
};
