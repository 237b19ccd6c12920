// Sparks have no memory: where one is follows from its particle, its number and the time. Nothing reads them back.
@compute @workgroup_size(particleWorkgroup)
fn splatSparks(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= frame.view.sparkInvocations) { return; }
  let slots = frame.view.slots;
  // One round goes over all slots; a round that is not whole takes them by lot, so that no part of the pool is favoured.
  let round = index / slots;
  let whole = (round + 1u) * slots <= frame.view.sparkInvocations;
  let slot = select(hashWord(index) % slots, index % slots, whole);
  let particle = readParticle(slot);
  if (!particle.alive) { return; }

  let seed = hashWord(slot ^ hashWord(round + 17u));
  let lifeSeconds = 0.5 + 1.1 * hashUnit(seed);
  let turn = frame.view.animationSeconds / lifeSeconds + hashUnit(seed ^ 0x1b873593u);
  let phase = fract(turn);
  let seconds = phase * lifeSeconds;
  // Not shed before its particle was born.
  if (seconds > particle.age * frame.view.lifetimeSeconds) { return; }
  let cycle = hashWord(seed ^ u32(turn));

  let pace = length(particle.velocity);
  let scatter = hashDirection(cycle) * (0.03 * frame.view.sceneRadius + 0.16 * pace) * frame.view.sparkReach;
  let swirl = hashDirection(cycle ^ 0x85ebca6bu) * sin(3.0 * seconds) * 0.012 * frame.view.sceneRadius;
  let behind = -particle.velocity * (0.55 * seconds);
  let seen = seePoint(particle.position + behind + scatter * seconds * hashUnit(cycle ^ 7u) + swirl);
  if (!seen.visible) { return; }

  let fade = (1.0 - phase) * (1.0 - phase);
  let size = clamp(seen.radius * seen.radius * 0.5, 0.03, 3.0);
  let warm = pigmentOf(particle, seen.far, 0.5 + 0.5 * hashUnit(cycle ^ 3u));
  let light = warm * (frame.view.sparkGain * fade * size * seen.light * lifeFade(particle.age) * (1.0 + 2.0 * particle.flash));
  depositPoint(seen.pixel + seen.defocus * hashDirection(cycle ^ 5u).xz, light, hashUnit(cycle ^ frame.view.frameIndex));
}
