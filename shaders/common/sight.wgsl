// A projected particle, before its light is computed.
struct Sight {
  drawn: bool,
  kept: bool, // else drawn for its flash alone
  particle: Particle,
  seen: Seen,
  seed: u32,
  personal: f32, // 0 ≤ x < 1
  width: f32, // pixels, with a sharp lens
  radius: f32, // pixels, with defocus and flash
  stroke: vec2f, // pixels, back to its position when the shutter opened
  rounding: f32, // 0 ≤ x < 1
}

// Fixed-point units below which a whole particle is not worth a write.
const faintest = 0.05;
// Radius in pixels from which a particle is a disc.
const discFrom = 1.2;
const flashFrom = 0.03;

// A share of the live particles is drawn, and every particle that flashes.
fn wanted(look: u32, kept: bool) -> bool {
  return ageOf(look) != freeAge && (kept || flashOf(look) >= 24u);
}

// Values that are used twice are read once: not every compiler merges equal reads.
fn sightOf(slot: u32) -> Sight {
  let now = particles[slot];
  let projection = frame.view.viewProjection;
  let seed = hashWord(slot);
  let kept = hashUnit(seed) < frame.view.drawnShare;
  let particle = readParticle(slot, now);
  let seen = seePoint(projection, particle.position);
  let personal = hashUnit(seed ^ 0x51ed270bu);
  let width = seen.radius * (0.75 + 0.5 * personal) * vigourOf(particle);
  let flare = (1.2 + 2.8 * frame.look.bounceFlash) * particle.flash * particle.flash * frame.view.pixelScale;
  let radius = min(sqrt(width * width + seen.defocus * seen.defocus) * 1.5 + flare, frame.view.maxDisc);
  let stroke = shiftOf(projection, seen, particle.velocity * -frame.view.shutterSeconds);
  let drawn = wanted(now.w, kept) && seen.visible && touches(seen.pixel, seen.pixel + stroke, radius + 1.0);
  let rounding = hashUnit(seed ^ (frame.view.frameIndex * 2654435769u));
  return Sight(drawn, kept, particle, seen, seed, personal, width, radius, stroke, rounding);
}

// Factor of the size, by the energy of the particle: 1 at the usual speed of the universe.
fn vigourOf(particle: Particle) -> f32 {
  return 1.0 + 0.7 * frame.look.physicsToImage * (paceOf(particle) - 0.5);
}

// True when a splat that moves from one position to the other may touch the picture.
fn touches(place: vec2f, begun: vec2f, reach: f32) -> bool {
  return all(max(place, begun) >= vec2f(-reach)) && all(min(place, begun) <= frame.view.size + reach);
}

// Splats of a stroke. The shutter is open for the whole frame: a moving particle is a stroke, without beads.
fn dabsOf(sight: Sight) -> u32 {
  return clamp(u32(length(sight.stroke) / max(1.0, sight.radius)) + 1u, 1u, frame.view.maxDabs);
}

// True when a single splat is enough.
fn isStill(sight: Sight) -> bool {
  return dot(sight.stroke, sight.stroke) < max(1.0, sight.radius * sight.radius) || frame.view.maxDabs == 1u;
}

// Light of a particle, without its flash.
fn lightOf(sight: Sight) -> vec3f {
  let rank = hashUnit(sight.seed ^ 0x2545f491u);
  // Few bright, many faint, as in a real sky.
  let third = rank * rank * rank;
  let magnitude = 0.45 + 3.2 * third * third * third;
  let twinkle = 1.0 + frame.view.shimmer * sin(frame.view.animationSeconds * (0.8 + 2.5 * sight.personal) + 40.0 * sight.personal);
  // A particle smaller than a pixel gets fainter instead of smaller.
  let area = clamp(sight.width * sight.width * 2.0, 0.08, 40.0);
  let strength = magnitude * twinkle * sight.seen.light * lifeFade(sight.particle.age) * area * frame.view.shareGain;
  return pigmentOf(sight.particle, sight.seen.far, sight.personal) * strength;
}

fn worthDrawing(light: vec3f) -> bool {
  return max(light.r, max(light.g, light.b)) * lightUnit > faintest;
}
