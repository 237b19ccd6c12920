// Draws the large splats: discs, strokes, flashes, and points at the edge of the picture.
@compute @workgroup_size(particleWorkgroup)
fn splatBroad(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var at = id.x; at < broadCount[0]; at += groups.x * particleWorkgroup) { splatOne(broad[at]); }
}

fn splatOne(slot: u32) {
  let sight = sightOf(slot);
  var light = select(vec3f(0.0), lightOf(sight), sight.kept);
  if (sight.particle.flash > flashFrom) { light += flashOver(sight); }
  if (!worthDrawing(light)) { return; }
  let dabs = dabsOf(sight);
  let part = light / f32(dabs);
  for (var dab = 0u; dab < dabs; dab++) {
    let place = sight.seen.pixel + sight.stroke * ((f32(dab) + sight.rounding) / f32(dabs));
    if (sight.radius >= discFrom) { depositDisc(place, part, sight.radius, sight.rounding); }
    else { depositPoint(place, part, sight.rounding); }
  }
}

// Light of the flash of a note: equally bright on the screen at any exposure.
fn flashOver(sight: Sight) -> vec3f {
  let particle = sight.particle;
  let note = paletteAt(select(0.85, 0.35 + 0.65 * particle.pitch, particle.part > 0u));
  let glow = mix(tintOf(frame.look.glowColour.rgb + 0.05, 2.5), tintOf(note, 2.5), 0.6);
  let glare = particle.flash * particle.flash * frame.view.pixelScale * frame.view.pixelScale;
  return glow * (flashLight * glare * sight.seen.light / exposure[0]);
}
