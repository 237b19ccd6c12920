// Integer hash of one word. @see Jarzynski and Olano 2020, "Hash Functions for GPU Rendering" (PCG)
fn hashWord(seed: u32) -> u32 {
  let state = seed * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// 0 ≤ x < 1
fn hashUnit(seed: u32) -> f32 {
  return f32(hashWord(seed) >> 8u) * (1.0 / 16777216.0);
}

// A direction, uniform over the sphere.
fn hashDirection(seed: u32) -> vec3f {
  let z = 2.0 * hashUnit(seed) - 1.0;
  let turn = 6.2831853 * hashUnit(seed ^ 0x9e3779b9u);
  return vec3f(sqrt(1.0 - z * z) * vec2f(cos(turn), sin(turn)), z).xzy;
}
