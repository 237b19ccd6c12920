@compute @workgroup_size(particleWorkgroup)
fn splatParticles(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let slot = id.y * groups.x * particleWorkgroup + id.x;
  if (slot >= frame.view.slots) { return; }
  let seed = hashWord(slot);
  let lottery = hashUnit(seed);
  // Whoever flashes is always drawn.
  let kept = lottery < frame.view.drawnShare;
  if (!kept && flashOf(particles[slot].w) < 24u) { return; }
  let particle = readParticle(slot);
  if (!particle.alive) { return; }
  let seen = seePoint(particle.position);
  if (!seen.visible) { return; }

  let personal = hashUnit(seed ^ 0x51ed270bu);
  let rank = hashUnit(seed ^ 0x2545f491u);
  // Few bright, many faint, as in any sky.
  let third = rank * rank * rank;
  let magnitude = 0.45 + 3.2 * third * third * third;
  let twinkle = 1.0 + frame.view.shimmer * sin(frame.view.animationSeconds * (0.8 + 2.5 * personal) + 40.0 * personal);
  let wanted = seen.radius * (0.75 + 0.5 * personal);
  // What is smaller than a pixel is not smaller but fainter.
  let area = clamp(wanted * wanted * 2.0, 0.08, 40.0);

  var light = pigmentOf(particle, seen.far, personal);
  light *= magnitude * twinkle * seen.light * lifeFade(particle.age) * area;
  light *= select(0.0, frame.view.shareGain, kept);

  var radius = sqrt(wanted * wanted + seen.defocus * seen.defocus) * 1.5;
  if (particle.flash > 0.03) {
    let strength = particle.flash * particle.flash;
    let note = paletteAt(select(0.85, 0.35 + 0.65 * particle.pitch, particle.part > 0u));
    let glow = mix(tintOf(frame.look.glowColour.rgb + 0.05, 2.5), tintOf(note, 2.5), 0.6);
    // A flash is as bright on the screen whatever the exposure is.
    light += glow * (flashLight * strength * seen.light * frame.view.pixelScale * frame.view.pixelScale / exposure[0]);
    radius += (1.2 + 2.8 * frame.look.bounceFlash) * strength * frame.view.pixelScale;
  }
  radius = min(radius, frame.view.maxDisc);

  // The shutter is open for the whole frame: what moves is a stroke, and its trail has no beads.
  let rounding = hashUnit(seed ^ hashWord(frame.view.frameIndex));
  let before = seePoint(particle.position - particle.velocity * frame.view.shutterSeconds);
  let stroke = select(vec2f(0.0), before.pixel - seen.pixel, before.visible);
  let dabs = clamp(u32(length(stroke) / max(1.0, radius)) + 1u, 1u, frame.view.maxDabs);
  let part = light / f32(dabs);
  for (var dab = 0u; dab < dabs; dab++) {
    let pixel = seen.pixel + stroke * ((f32(dab) + rounding) / f32(dabs));
    if (radius < 1.2) { depositPoint(pixel, part, rounding); } else { depositDisc(pixel, part, radius, rounding); }
  }
}
