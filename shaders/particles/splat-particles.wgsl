// Draws the point splats, without a loop or a branch that delays the others. Other particles go on the list of large splats.
@compute @workgroup_size(particleWorkgroup)
fn splatParticles(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var slot = id.x; slot < frame.view.slots; slot += groups.x * particleWorkgroup) { splatParticle(slot); }
}

fn splatParticle(slot: u32) {
  let sight = sightOf(slot);
  let place = sight.seen.pixel + sight.stroke * sight.rounding;
  let plain = sight.kept && sight.particle.flash <= flashFrom && sight.radius < discFrom && isStill(sight) && fourInside(place);
  if (sight.drawn && !plain) { broad[atomicAdd(&broadCount[0], 1u)] = slot; }
  let light = lightOf(sight);
  if (sight.drawn && plain && worthDrawing(light)) { depositInside(place, light, sight.rounding); }
}
