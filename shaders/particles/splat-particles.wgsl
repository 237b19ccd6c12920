@compute @workgroup_size(particleWorkgroup)
fn splatParticles(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var slot = id.x; slot < frame.view.slots; slot += groups.x * particleWorkgroup) { splatParticle(slot); }
}

fn splatParticle(slot: u32) {
  let brush = brushOf(slot);
  if (!brush.drawn) { return; }
  // The shutter is open for the whole frame: what moves is a stroke, and its trail has no beads.
  let dabs = clamp(u32(length(brush.stroke) / max(1.0, brush.radius)) + 1u, 1u, frame.view.maxDabs);
  let part = brush.light / f32(dabs);
  for (var dab = 0u; dab < dabs; dab++) {
    let pixel = brush.pixel + brush.stroke * ((f32(dab) + brush.rounding) / f32(dabs));
    let round = brush.radius >= 1.2;
    for (var disc = round; disc; disc = false) { depositDisc(pixel, part, brush.radius, brush.rounding); }
    for (var point = !round; point; point = false) { depositPoint(pixel, part, brush.rounding); }
  }
}
