@fragment
fn presentPixel(@builtin(position) place: vec4f) -> @location(0) vec4f {
  return textureLoad(picture, vec2u(place.xy), 0);
}
