// A point as the lens projects it.
struct Seen {
  visible: bool,
  place: vec2f, // -1..1 over the picture, up
  pixel: vec2f,
  depth: f32, // m along the view
  far: f32, // 0 the front of the scene, 1 its back
  radius: f32, // pixels, of its sharp disc
  defocus: f32, // pixels, added by the lens
  light: f32, // × for distance, and for closeness to the camera
}

fn seePoint(projection: mat4x4f, position: vec3f) -> Seen {
  let clip = projection * vec4f(position, 1.0);
  let focus = frame.view.eye.w;
  var seen: Seen;
  seen.depth = clip.w;
  let pixelScale = frame.view.pixelScale;
  let depthCue = frame.look.depthCue;
  let radius = frame.view.sceneRadius;
  let near = clip.w / focus;
  seen.place = clip.xy / max(clip.w, 1e-4);
  seen.visible = near > 0.03 && all(abs(seen.place) < vec2f(1.15));
  seen.pixel = (vec2f(seen.place.x, -seen.place.y) * 0.5 + 0.5) * frame.view.size;
  seen.far = clamp((clip.w - (focus - radius)) / (2.0 * radius), 0.0, 1.0);
  let apart = abs(clip.w - focus) / clip.w;
  seen.radius = 0.5 * frame.look.particleSize * pixelScale * frame.view.swell * min(1.0 / near, 6.0);
  // The lens stays sharp over the middle of the scene and opens with the depth cue.
  seen.defocus = depthCue * pixelScale * 9.0 * max(0.0, apart - 0.12);
  seen.light = smoothstep(0.03, 0.22, near) * exp(-2.4 * depthCue * seen.far * seen.far);
  return seen;
}

// Shift in pixels of a projected point that moves by `step` m, to first order.
fn shiftOf(projection: mat4x4f, seen: Seen, step: vec3f) -> vec2f {
  let clip = projection * vec4f(step, 0.0);
  return (clip.xy - seen.place * clip.w) * vec2f(0.5, -0.5) * frame.view.size / max(seen.depth, 1e-4);
}
