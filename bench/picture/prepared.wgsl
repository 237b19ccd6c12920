struct Prepared {
  pixel: vec2f,
  rounding: f32,
  drawn: f32,
  light: vec3f,
}
