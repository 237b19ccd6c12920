// Sum of the splats → trail and scene, in linear light, four pixels at a time; their mean → the first level of the bloom.
@compute @workgroup_size(tileSide, tileSide)
fn resolveLight(@builtin(global_invocation_id) id: vec3u) {
  let corner = id.xy * 2u;
  if (corner.x >= frame.view.width || corner.y >= frame.view.height) { return; }
  let four = resolvePixel(corner) + resolvePixel(corner + vec2u(1u, 0u)) + resolvePixel(corner + vec2u(0u, 1u)) + resolvePixel(corner + vec2u(1u, 1u));
  textureStore(bloom, id.xy, vec4f(four * 0.25, 1.0));
}

// Resolves a pixel, and clears its sum for the next frame.
fn resolvePixel(pixel: vec2u) -> vec3f {
  if (pixel.x >= frame.view.width || pixel.y >= frame.view.height) { return vec3f(0.0); }
  let at = (pixel.y * frame.view.width + pixel.x) * 3u;
  let now = vec3f(vec3u(lightSum[at], lightSum[at + 1u], lightSum[at + 2u])) / lightUnit;
  lightSum[at] = 0u;
  lightSum[at + 1u] = 0u;
  lightSum[at + 2u] = 0u;
  let lingering = mix(now, vec3f(trail[at], trail[at + 1u], trail[at + 2u]), frame.view.trailKeep);
  trail[at] = lingering.r;
  trail[at + 1u] = lingering.g;
  trail[at + 2u] = lingering.b;
  let gain = frame.view.trailGain;
  let light = min((now + lingering * gain) / (1.0 + gain), vec3f(60000.0));
  textureStore(scene, pixel, vec4f(light, 1.0));
  return light;
}
