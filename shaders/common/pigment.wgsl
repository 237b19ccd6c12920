// The table is finer than the eye can see: the nearest entry is enough.
fn paletteAt(place: f32) -> vec3f {
  return palette[u32(clamp(place, 0.0, 1.0) * f32(paletteSize - 1u) + 0.5)].rgb;
}

// Palette position of a species or part: far apart for neighbouring numbers.
fn kindPlace(kind: u32) -> f32 {
  return fract(0.3 + f32(kind) * 0.381966) * 0.8 + 0.1;
}

// Speed relative to that of the universe, 0..1: 0.5 at the usual speed of the universe.
fn paceOf(particle: Particle) -> f32 {
  let ratio = particle.speed / frame.view.middleSpeed;
  let squared = ratio * ratio;
  return squared / (squared + 1.0);
}

// Palette position, 0..1.
fn pigmentPlace(particle: Particle, far: f32) -> f32 {
  let pace = paceOf(particle);
  switch (frame.look.colourBy) {
    case colourByAge: { return 1.0 - particle.age; }
    case colourByPitch: { return select(0.12 + 0.2 * pace, 0.3 + 0.7 * particle.pitch, particle.part > 0u); }
    case colourBySpecies: { return kindPlace(particle.species) + 0.12 * (pace - 0.5); }
    case colourByDepth: { return 1.0 - far; }
    case colourByVoice: { return select(0.06 + 0.1 * pace, kindPlace(particle.part), particle.part > 0u); }
    case colourBySpeed, default: { return pace; }
  }
}

// Colour of a particle in linear light; distance mixes in haze.
fn pigmentOf(particle: Particle, far: f32, personal: f32) -> vec3f {
  let own = paletteAt(pigmentPlace(particle, far) + 0.24 * (personal - 0.5) + frame.view.paletteShift);
  let haze = frame.view.haze.rgb * luminance(own);
  return mix(own, haze, 0.55 * frame.look.depthCue * far * far);
}
