// Sum of the splats → scene and trail, in linear light; leaves the sum empty for the next frame.
@compute @workgroup_size(tileSide, tileSide)
fn resolveLight(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= frame.view.width || id.y >= frame.view.height) { return; }
  let at = (id.y * frame.view.width + id.x) * 3u;
  let now = vec3f(vec3u(lightSum[at], lightSum[at + 1u], lightSum[at + 2u])) / lightUnit;
  lightSum[at] = 0u;
  lightSum[at + 1u] = 0u;
  lightSum[at + 2u] = 0u;
  let keep = frame.view.trailKeep;
  let lingering = min(textureLoad(trailBefore, id.xy, 0).rgb * keep + now * (1.0 - keep), vec3f(60000.0));
  textureStore(trail, id.xy, vec4f(lingering, 1.0));
  let gain = frame.view.trailGain;
  textureStore(scene, id.xy, vec4f(min((now + lingering * gain) / (1.0 + gain), vec3f(60000.0)), 1.0));
}
