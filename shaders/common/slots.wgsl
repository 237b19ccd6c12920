// Reads a particle; `now` is the content of the slot in this frame.
fn readParticle(slot: u32, now: vec4u) -> Particle {
  let before = previousParticles[min(slot, max(frame.view.previousSlots, 1u) - 1u)];
  var particle = particleOf(now.w);
  particle.position = bitcast<vec3f>(now.xyz);
  let step = particle.position - bitcast<vec3f>(before.xyz);
  // If the particle is younger than before or the slot was free, it is another particle; a jump is a wrap to the other side. Neither is
  // motion.
  let same = slot < frame.view.previousSlots && ageOf(before.w) <= ageOf(now.w) && length(step) < frame.view.jumpDistance;
  let moved = select(vec3f(0.0), step, same && frame.view.frameSeconds > 0.0);
  particle.velocity = moved / max(frame.view.frameSeconds, 1e-6);
  particle.position -= moved * (1.0 - frame.view.alpha);
  return particle;
}
