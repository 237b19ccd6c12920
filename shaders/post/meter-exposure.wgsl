var<workgroup> sums: array<vec2f, meterWorkgroup>;

// Meters what is lit, not the darkness around it: Σ L² ⁄ Σ L is the brightness that a unit of light meets on average.
// Few particles and many then come out equally bright, and empty space stays dark.
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
  // A screen that is full of light gets by with less of it than a lone bright shape.
  let brightness = total.y / total.x + 1.2 * total.x / f32(size.x * size.y);
  let wanted = clamp(exposureKey / max(brightness, 1e-5), exposureLowest, exposureHighest);
  // In stops, so that it opens and closes at the same pace.
  exposure[0] = exp2(mix(log2(exposure[0]), log2(wanted), frame.view.exposureStep));
}
