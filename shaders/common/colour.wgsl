fn luminance(colour: vec3f) -> f32 {
  return dot(colour, vec3f(0.2126, 0.7152, 0.0722));
}

// Linear sRGB of an OKLab colour; may lie outside 0..1. @see Ottosson 2020, "A perceptual color space for image processing"
fn linearFromOklab(lab: vec3f) -> vec3f {
  let root = vec3f(
    lab.x + 0.3963377774 * lab.y + 0.2158037573 * lab.z,
    lab.x - 0.1055613458 * lab.y - 0.0638541728 * lab.z,
    lab.x - 0.0894841775 * lab.y - 1.2914855480 * lab.z,
  );
  let lms = root * root * root;
  return vec3f(
    dot(lms, vec3f(4.0767416621, -3.3077115913, 0.2309699292)),
    dot(lms, vec3f(-1.2684380046, 2.6097574011, -0.3413193965)),
    dot(lms, vec3f(-0.0041960863, -0.7034186147, 1.7076147010)),
  );
}

// Scales a colour to luminance 1, with each channel at most `limit`.
fn tintOf(colour: vec3f, limit: f32) -> vec3f {
  return min(colour / max(luminance(colour), 0.001), vec3f(limit));
}
