// The palette of this frame: hue and chroma are changed by the music, and chroma is reduced to fit the gamut.
@compute @workgroup_size(paletteSize)
fn tintPalette(@builtin(local_invocation_index) index: u32) {
  let entry = paletteLab[index];
  let turn = frame.view.hueTurn;
  let chroma = mat2x2f(cos(turn), sin(turn), -sin(turn), cos(turn)) * entry.yz * frame.view.chroma;
  var inside = 0.0;
  var outside = 1.0;
  if (inGamut(linearFromOklab(vec3f(entry.x, chroma)))) { inside = 1.0; }
  for (var i = 0; i < 10 && inside < 1.0; i++) {
    let middle = 0.5 * (inside + outside);
    if (inGamut(linearFromOklab(vec3f(entry.x, chroma * middle)))) { inside = middle; } else { outside = middle; }
  }
  let colour = max(linearFromOklab(vec3f(entry.x, chroma * inside)), vec3f(0.0));
  // Dark ends keep enough light to be visible against the background.
  palette[index] = vec4f(colour * pow(max(luminance(colour), 0.004), -0.3), 1.0);
}

fn inGamut(colour: vec3f) -> bool {
  return all(colour >= vec3f(-0.001)) && all(colour <= vec3f(1.001));
}
