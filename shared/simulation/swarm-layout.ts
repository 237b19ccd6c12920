/**
 * The swarm: the hum of the liveliest particles, in the form in which the simulation passes it to the audio. One record per voice,
 * `swarmFloats` f32 each: frequency in Hz (a note of the universe), pan −1..1, and level 0..1; at level 0 it is silent. Each number is
 * written atomically, and a grain reads its record once: neither side needs to wait for the other.
 */
export const swarmVoices = 96;
export const swarmFloats = 3;
export const swarmLength = swarmVoices * swarmFloats;
