// Halves the size with thirteen overlapping taps, so that a moving point does not flicker.
// @see Jimenez 2014, "Next Generation Post Processing in Call of Duty: Advanced Warfare"
@compute @workgroup_size(tileSide, tileSide)
fn bloomDown(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(lower);
  if (id.x >= size.x || id.y >= size.y) { return; }
  let centre = (vec2f(id.xy) + 0.5) / vec2f(size);
  let texel = 1.0 / vec2f(textureDimensions(upper));
  let inner = tap(centre, texel, vec2f(-1.0, -1.0)) + tap(centre, texel, vec2f(1.0, -1.0)) + tap(centre, texel, vec2f(-1.0, 1.0)) + tap(centre, texel, vec2f(1.0, 1.0));
  let cross = tap(centre, texel, vec2f(0.0, -2.0)) + tap(centre, texel, vec2f(-2.0, 0.0)) + tap(centre, texel, vec2f(2.0, 0.0)) + tap(centre, texel, vec2f(0.0, 2.0));
  let corners = tap(centre, texel, vec2f(-2.0, -2.0)) + tap(centre, texel, vec2f(2.0, -2.0)) + tap(centre, texel, vec2f(-2.0, 2.0)) + tap(centre, texel, vec2f(2.0, 2.0));
  let sum = inner * 0.125 + tap(centre, texel, vec2f(0.0)) * 0.125 + cross * 0.0625 + corners * 0.03125;
  textureStore(lower, id.xy, vec4f(sum, 1.0));
}

fn tap(centre: vec2f, texel: vec2f, offset: vec2f) -> vec3f {
  return textureSampleLevel(upper, smoothly, centre + offset * texel, 0.0).rgb;
}
