// A processor that stands in for a graphics card works through both sides of every branch, and leaves out only loops:
// what few particles need is written as a loop of one turn or none.

// What a particle paints with.
struct Brush {
  drawn: bool,
  pixel: vec2f,
  stroke: vec2f, // pixels, back to where it was when the shutter opened
  radius: f32, // pixels
  light: vec3f,
  rounding: f32, // 0 ≤ x < 1
}

// Steps of the fixed-point sum below which a whole particle is not worth a write.
const faintest = 0.05;

fn brushOf(slot: u32) -> Brush {
  var brush: Brush;
  let seed = hashWord(slot);
  // Whoever flashes is always drawn.
  let kept = hashUnit(seed) < frame.view.drawnShare;
  if (!kept && flashOf(particles[slot].w) < 24u) { return brush; }
  let particle = readParticle(slot);
  if (!particle.alive) { return brush; }
  let seen = seePoint(particle.position);
  if (!seen.visible) { return brush; }

  let personal = hashUnit(seed ^ 0x51ed270bu);
  let wanted = seen.radius * (0.75 + 0.5 * personal);
  brush.radius = sqrt(wanted * wanted + seen.defocus * seen.defocus) * 1.5;
  let glare = particle.flash * particle.flash;
  if (particle.flash > 0.03) { brush.radius += (1.2 + 2.8 * frame.look.bounceFlash) * glare * frame.view.pixelScale; }
  brush.radius = min(brush.radius, frame.view.maxDisc);
  brush.pixel = seen.pixel;
  let way = particle.velocity * frame.view.shutterSeconds;
  for (var moves = frame.view.maxDabs > 1u && any(way != vec3f(0.0)); moves; moves = false) {
    let before = seePoint(particle.position - way);
    brush.stroke = select(vec2f(0.0), before.pixel - seen.pixel, before.visible);
  }
  if (outside(brush)) { return brush; }

  let rank = hashUnit(seed ^ 0x2545f491u);
  // Few bright, many faint, as in any sky.
  let third = rank * rank * rank;
  let magnitude = 0.45 + 3.2 * third * third * third;
  let twinkle = 1.0 + frame.view.shimmer * sin(frame.view.animationSeconds * (0.8 + 2.5 * personal) + 40.0 * personal);
  // What is smaller than a pixel is not smaller but fainter.
  let area = clamp(wanted * wanted * 2.0, 0.08, 40.0);
  brush.light = pigmentOf(particle, seen.far, personal);
  brush.light *= magnitude * twinkle * seen.light * lifeFade(particle.age) * area;
  brush.light *= select(0.0, frame.view.shareGain, kept);
  for (var flashes = particle.flash > 0.03; flashes; flashes = false) {
    let note = paletteAt(select(0.85, 0.35 + 0.65 * particle.pitch, particle.part > 0u));
    let glow = mix(tintOf(frame.look.glowColour.rgb + 0.05, 2.5), tintOf(note, 2.5), 0.6);
    // A flash is as bright on the screen whatever the exposure is.
    brush.light += glow * (flashLight * glare * seen.light * frame.view.pixelScale * frame.view.pixelScale / exposure[0]);
  }
  brush.drawn = max(brush.light.r, max(brush.light.g, brush.light.b)) * lightUnit > faintest;
  brush.rounding = hashUnit(seed ^ hashWord(frame.view.frameIndex));
  return brush;
}

// No pixel of the picture is touched.
fn outside(brush: Brush) -> bool {
  let reach = brush.radius + 1.0;
  let low = min(brush.pixel, brush.pixel + brush.stroke) - reach;
  let high = max(brush.pixel, brush.pixel + brush.stroke) + reach;
  return any(high < vec2f(0.0)) || any(low > frame.view.size);
}
