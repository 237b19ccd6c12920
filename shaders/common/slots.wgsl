fn readParticle(slot: u32) -> Particle {
  let now = particles[slot];
  var particle = particleOf(now.w);
  if (!particle.alive) { return particle; }
  particle.position = bitcast<vec3f>(now.xyz);
  if (slot < frame.view.previousSlots && frame.view.frameSeconds > 0.0) {
    let before = previousParticles[slot];
    let step = particle.position - bitcast<vec3f>(before.xyz);
    // A younger or a free slot held another particle; a jump is a wrap to the other side. Neither is motion.
    let same = ageOf(before.w) <= ageOf(now.w) && length(step) < frame.view.jumpDistance;
    if (same) {
      particle.velocity = step / frame.view.frameSeconds;
      particle.position -= step * (1.0 - frame.view.alpha);
    }
  }
  return particle;
}
