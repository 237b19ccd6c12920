import { WebSocket } from 'ws';

/**
 * Makes the SDK use the sockets of `ws`, which can be paused and terminated, instead of those of Node. The SDK reads the global once, when
 * it is loaded: import this file before it.
 */
globalThis.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket;
