// Adds the wider light of the level below, through a tent of nine taps. The sum of the light stays the same.
@compute @workgroup_size(tileSide, tileSide)
fn bloomUp(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(risen);
  if (id.x >= size.x || id.y >= size.y) { return; }
  let centre = (vec2f(id.xy) + 0.5) / vec2f(size);
  let texel = 1.0 / vec2f(textureDimensions(wider));
  var sum = vec3f(0.0);
  for (var y = -1; y <= 1; y++) {
    for (var x = -1; x <= 1; x++) {
      let weight = f32((2 - abs(x)) * (2 - abs(y))) / 16.0;
      sum += weight * textureSampleLevel(wider, smoothly, centre + vec2f(f32(x), f32(y)) * texel, 0.0).rgb;
    }
  }
  let own = textureLoad(level, id.xy, 0).rgb;
  textureStore(risen, id.xy, vec4f(mix(own, sum, 0.62 + 0.2 * frame.look.blur), 1.0));
}
