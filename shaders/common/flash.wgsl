// The flash limiter, tile by tile: the rules and their reasons are in client/gpu/flash-rules.ts.

// The state of one signal: the extreme since its last turn, and a word of turns, direction and red.
struct FlashTurn {
  extreme: f32,
  memory: u32, // 0..29 turns in each slot, the newest lowest; 30 a saturated red at the extreme; 31 rising
}

struct FlashTile {
  wantedLight: FlashTurn,
  wantedRed: FlashTurn,
  shownLight: FlashTurn,
  shownRed: FlashTurn,
  light: f32, // mean relative luminance as last shown
  red: f32, // R − G − B of the mean as last shown
}

const flashHistory = 0x3fffffffu;
const flashRedBit = 0x40000000u;
const flashRisingBit = 0x80000000u;
// A red counts at any brightness.
const noCeiling = 2.0;

fn agedTurn(turn: FlashTurn, slots: u32) -> FlashTurn {
  let kept = select(((turn.memory & flashHistory) << (2u * min(slots, 15u))) & flashHistory, 0u, slots >= flashSlots);
  return FlashTurn(turn.extreme, (turn.memory & ~flashHistory) | kept);
}

fn isSpent(turn: FlashTurn) -> bool {
  let history = turn.memory & flashHistory;
  let turns = countOneBits(history & 0x55555555u) + 2u * countOneBits((history >> 1u) & 0x55555555u);
  return turns >= flashTurnsAllowed || (turn.memory & 3u) == 3u;
}

fn followedTurn(turn: FlashTurn, value: f32, step: f32, ceiling: f32, red: bool, needsRed: bool) -> FlashTurn {
  var next = turn;
  let rising = (turn.memory & flashRisingBit) != 0u;
  let counts = !needsRed || red || (turn.memory & flashRedBit) != 0u;
  let fell = rising && value <= turn.extreme - step && value < ceiling;
  let rose = !rising && value >= turn.extreme + step && turn.extreme < ceiling;
  let turned = counts && (fell || rose);
  if (turned) { next.memory = (turn.memory ^ flashRisingBit) + select(0u, 1u, (turn.memory & 3u) < 3u); }
  if (turned || select(value <= turn.extreme, value >= turn.extreme, rising)) {
    next.extreme = value;
    next.memory = select(next.memory & ~flashRedBit, next.memory | flashRedBit, red);
  }
  return next;
}

fn heldShare(turn: FlashTurn, before: f32, value: f32, hold: f32, ceiling: f32) -> f32 {
  let rising = (turn.memory & flashRisingBit) != 0u;
  let bound = select(turn.extreme + hold, min(turn.extreme - hold, ceiling), rising);
  let within = select(value <= bound || turn.extreme >= ceiling, value >= bound, rising);
  if (within || abs(value - before) < 1e-6) { return 1.0; }
  return clamp((bound - before) / (value - before), 0.0, 1.0);
}

fn isSpentTile(tile: FlashTile) -> bool {
  return isSpent(tile.wantedLight) || isSpent(tile.wantedRed) || isSpent(tile.shownLight) || isSpent(tile.shownRed);
}

fn agedTile(tile: FlashTile, slots: u32) -> FlashTile {
  var aged = tile;
  aged.wantedLight = agedTurn(tile.wantedLight, slots);
  aged.wantedRed = agedTurn(tile.wantedRed, slots);
  aged.shownLight = agedTurn(tile.shownLight, slots);
  aged.shownRed = agedTurn(tile.shownRed, slots);
  return aged;
}

// Share 0..1 of the way that a spent tile moves towards its input.
fn limitedShare(tile: FlashTile, mean: vec3f) -> f32 {
  var share = frame.view.flashCalm;
  if (isSpent(tile.shownLight)) { share = min(share, heldShare(tile.shownLight, tile.light, luminance(mean), flashLightHold, flashLightCeiling)); }
  if (isSpent(tile.shownRed)) { share = min(share, heldShare(tile.shownRed, tile.red, redOf(mean), flashRedHold, noCeiling)); }
  return share;
}

// The tile after it has moved `share` of the way towards `mean`.
fn followedTile(tile: FlashTile, mean: vec3f, share: f32) -> FlashTile {
  let light = luminance(mean);
  let red = redOf(mean);
  let saturated = mean.r > flashRedShare * (mean.r + mean.g + mean.b);
  var next = tile;
  next.light = mix(tile.light, light, share);
  next.red = mix(tile.red, red, share);
  next.wantedLight = followedTurn(tile.wantedLight, light, flashLightStep, flashLightCeiling, false, false);
  next.wantedRed = followedTurn(tile.wantedRed, red, flashRedStep, noCeiling, saturated, true);
  next.shownLight = followedTurn(tile.shownLight, next.light, flashLightStep, flashLightCeiling, false, false);
  next.shownRed = followedTurn(tile.shownRed, next.red, flashRedStep, noCeiling, saturated, true);
  return next;
}

fn redOf(mean: vec3f) -> f32 {
  return max(0.0, mean.r - mean.g - mean.b);
}

// Converts sRGB-encoded values to linear light, and back. @see IEC 61966-2-1
fn linearFromScreen(encoded: vec3f) -> vec3f {
  return select(pow((encoded + 0.055) / 1.055, vec3f(2.4)), encoded / 12.92, encoded <= vec3f(0.04045));
}

fn screenFromLinear(linear: vec3f) -> vec3f {
  return select(1.055 * pow(max(linear, vec3f(1e-6)), vec3f(1.0 / 2.4)) - 0.055, linear * 12.92, linear <= vec3f(0.0031308));
}

// The same by a polynomial, within 0.002, for measurements only. @see Chilliant 2012, "sRGB Approximations for HLSL"
fn measuredFromScreen(encoded: vec3f) -> vec3f {
  return encoded * (encoded * (encoded * 0.305306011 + 0.682171111) + 0.012522878);
}

// Ten bits per channel; random rounding, so that a slow approach does not stop short.
fn packShown(encoded: vec3f, lot: f32) -> u32 {
  let steps = vec3u(clamp(encoded * 1023.0 + lot, vec3f(0.0), vec3f(1023.0)));
  return steps.r | (steps.g << 10u) | (steps.b << 20u);
}

fn unpackShown(word: u32) -> vec3f {
  return vec3f(vec3u(word & 1023u, (word >> 10u) & 1023u, (word >> 20u) & 1023u)) / 1023.0;
}
