// A particle between two frames of the simulation.
struct Particle {
  alive: bool,
  position: vec3f, // m
  velocity: vec3f, // m/s, as shown
  speed: f32, // m/s
  age: f32, // 0..1 of its lifetime
  flash: f32, // 0..1
  species: u32,
  part: u32, // of its last note, + 1; 0 none
  pitch: f32, // 0..1
}

// Unpacks the word of a slot.
fn particleOf(look: u32) -> Particle {
  var particle: Particle;
  let age = ageOf(look);
  particle.alive = age != freeAge;
  particle.age = f32(age) / f32(freeAge - 1u);
  particle.flash = f32(flashOf(look)) / f32(maxPackedFlash);
  particle.species = speciesOf(look);
  particle.part = partOf(look);
  particle.pitch = f32(pitchOf(look)) / f32(maxPackedPitch);
  let root = f32(speedOf(look)) / f32(maxPackedSpeed);
  particle.speed = root * root * packedSpeedMax;
  return particle;
}

// Fades in at birth, out before the end.
fn lifeFade(age: f32) -> f32 {
  return smoothstep(0.0, 0.03, age + 0.004) * (1.0 - smoothstep(0.8, 1.0, age));
}
