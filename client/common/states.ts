/** The state of the connection to the room of a universe. */
export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'refused' | 'closed';

/** The state of the sound. */
export type AudioState = 'waiting' | 'starting' | 'running' | 'suspended' | 'unavailable';
