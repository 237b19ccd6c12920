// Adds the wider light of the level below, through a tent filter. The sum of the light stays the same.
@compute @workgroup_size(tileSide, tileSide)
fn bloomUp(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(risen);
  if (id.x >= size.x || id.y >= size.y) { return; }
  let centre = (vec2f(id.xy) + 0.5) / vec2f(size);
  let texel = 1.0 / vec2f(textureDimensions(wider));
  // Four taps between texels weight nine of them as a tent filter.
  let sum = 0.25 * (around(centre, texel, vec2f(-0.5, -0.5)) + around(centre, texel, vec2f(0.5, -0.5)) + around(centre, texel, vec2f(-0.5, 0.5)) + around(centre, texel, vec2f(0.5, 0.5)));
  let own = textureLoad(level, id.xy, 0).rgb;
  textureStore(risen, id.xy, vec4f(mix(own, sum, 0.68 + 0.2 * frame.look.blur), 1.0));
}

fn around(centre: vec2f, texel: vec2f, offset: vec2f) -> vec3f {
  return textureSampleLevel(wider, smoothly, centre + offset * texel, 0.0).rgb;
}
