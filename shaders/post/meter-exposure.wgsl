var<workgroup> sums: array<vec2f, meterWorkgroup>;

// Meters lit pixels, not the darkness around them: Σ L² ⁄ Σ L is the mean brightness weighted by light. So few and many particles are
// equally bright, and empty space stays dark.
@compute @workgroup_size(meterWorkgroup)
fn meterExposure(@builtin(local_invocation_index) index: u32) {
  let size = textureDimensions(metered);
  var sum = vec2f(0.0);
  for (var at = index; at < size.x * size.y; at += meterWorkgroup) {
    let light = luminance(textureLoad(metered, vec2u(at % size.x, at / size.x), 0).rgb);
    sum += vec2f(light, light * light);
  }
  sums[index] = sum;
  workgroupBarrier();
  for (var half = meterWorkgroup / 2u; half > 0u; half /= 2u) {
    if (index < half) { sums[index] += sums[index + half]; }
    workgroupBarrier();
  }
  if (index > 0u) { return; }
  let total = sums[0];
  if (total.x < 1e-6) { return; }
  // A screen full of light needs less brightness than a single bright shape.
  let brightness = total.y / total.x + 1.2 * total.x / f32(size.x * size.y);
  let wanted = clamp(exposureKey / max(brightness, 1e-5), exposureLowest, exposureHighest);
  // In stops, so that the exposure opens and closes at the same rate.
  exposure[0] = exp2(mix(log2(exposure[0]), log2(wanted), frame.view.exposureStep));
}
