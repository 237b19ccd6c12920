// Filmic tone curve in which bright colours lose their chroma gradually instead of clipping to a hue.
// @see Sobotka, AgX; polynomial fit by Wrensch 2023, "Minimal AgX Implementation"
fn toneCurve(x: vec3f) -> vec3f {
  let x2 = x * x;
  let x4 = x2 * x2;
  return 15.5 * x4 * x2 - 40.14 * x4 * x + 31.96 * x4 - 6.868 * x2 * x + 0.4298 * x2 + 0.1191 * x - 0.00232;
}

// Linear light 0..∞ to display values 0..1 (sRGB-encoded). `saturation` 1 is AgX's own, soft look.
fn toneMap(light: vec3f, saturation: f32) -> vec3f {
  let inset = mat3x3f(
    vec3f(0.842479062253094, 0.0423282422610123, 0.0423756549057051),
    vec3f(0.0784335999999992, 0.878468636469772, 0.0784336),
    vec3f(0.0792237451477643, 0.0791661274605434, 0.879142973793104),
  );
  let outset = mat3x3f(
    vec3f(1.19687900512017, -0.0528968517574562, -0.0529716355144438),
    vec3f(-0.0980208811401368, 1.15190312990417, -0.0980434501171241),
    vec3f(-0.0990297440797205, -0.0989611768448433, 1.15107367264116),
  );
  let lowest = -12.47393;
  let highest = 4.026069;
  let stops = clamp(log2(max(inset * light, vec3f(1e-7))), vec3f(lowest), vec3f(highest));
  let curved = max(toneCurve((stops - lowest) / (highest - lowest)), vec3f(0.0));
  // A steeper middle keeps darks deep.
  let deep = mix(curved, curved * curved * (3.0 - 2.0 * curved), 0.55);
  let grey = luminance(deep);
  return clamp(outset * (grey + (deep - grey) * saturation), vec3f(0.0), vec3f(1.0));
}
