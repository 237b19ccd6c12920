import { WebSocket } from 'ws';

/**
 * Has the SDK use the sockets of `ws`, which can be paused and cut, in place of Node's own. It looks for them once, when it is
 * loaded: this has to be imported before it.
 */
globalThis.WebSocket = WebSocket as unknown as typeof globalThis.WebSocket;
