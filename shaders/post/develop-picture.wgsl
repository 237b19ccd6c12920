// Scene, bloom and space → the picture on the canvas.
@compute @workgroup_size(tileSide, tileSide)
fn developPicture(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= frame.view.width || id.y >= frame.view.height) { return; }
  let place = (vec2f(id.xy) + 0.5) / frame.view.size;
  // Glow spreads light; only a part of it is more light.
  let gain = exposure[0] * frame.view.light / (1.0 + 0.7 * frame.view.glowAmount);
  let sharp = textureLoad(scene, id.xy, 0).rgb;
  let soft = textureSampleLevel(bloom, smoothly, place, 0.0).rgb;
  let tint = mix(vec3f(1.0), tintOf(frame.look.glowColour.rgb + 0.02, 3.0), 0.4);
  let light = (mix(sharp, soft, min(frame.look.blur * 1.6, 1.0)) + soft * tint * (1.5 * frame.view.glowAmount)) * gain;

  let fromCentre = (place - 0.5) * vec2f(min(1.0, frame.view.size.x / frame.view.size.y), min(1.0, frame.view.size.y / frame.view.size.x));
  let edge = dot(fromCentre, fromCentre) * 2.0;
  // Loud passages open the frame a little.
  let closed = 0.36 - 0.2 * frame.look.audioToEffects * frame.scalars.nowSmoothLoudness;
  let vignette = 1.0 - closed * smoothstep(0.1, 0.75, edge);

  let shown = toneMap(light * vignette, 1.42);
  // Light lies over space like a film: it covers as much as it shines. On a dark ground that is adding, on a bright one painting.
  let paper = luminance(frame.view.space.rgb);
  let space = frame.view.space.rgb * mix(1.25 - 0.5 * smoothstep(0.0, 0.8, edge), 1.0, paper);
  let cover = max(shown.r, max(shown.g, shown.b));
  let lot = hashWord(id.x + id.y * 8192u + frame.view.frameIndex * 16777259u);
  let noise = (f32(lot & 65535u) - f32(lot >> 16u)) / 65536.0;
  // Triangular noise of one step of the screen hides its steps; a little more in the lights reads as grain.
  let picture = shown + space * (1.0 - cover) + noise * (1.0 + 2.0 * cover) / 255.0;
  textureStore(canvas, id.xy, vec4f(clamp(picture, vec3f(0.0), vec3f(1.0)), 1.0));
}
