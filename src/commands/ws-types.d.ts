/** The part of ws that is used here; the package has no types. */
declare module 'ws' {
  import type { IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  export class WebSocket {
    send(text: string): void;
    terminate(): void;
    on(event: 'error' | 'close', listener: () => void): void;
    on(event: 'message', listener: (data: Uint8Array) => void): void;
  }
  export class WebSocketServer {
    constructor(options: { noServer: true; maxPayload: number });
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Uint8Array, done: (socket: WebSocket) => void): void;
  }
}
