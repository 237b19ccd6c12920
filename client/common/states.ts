/** How far the connection to the room of a universe is. */
export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'refused' | 'closed';

/** How far the sound is. */
export type AudioState = 'waiting' | 'starting' | 'running' | 'suspended' | 'unavailable';
