/** One keep-alive connection that asks one question at a time, over a bare socket. */
import { connect, type Socket } from 'node:net';
import { ResponseReader, type Reply } from './response-reader.js';

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

export class Connection {
  private socket: Socket | null = null;
  private reader = new ResponseReader();
  private waiting: Waiting | null = null;

  constructor(private readonly port: number) {}

  /** `request` is a whole HTTP/1.1 request. Opens the connection when there is none. */
  ask(request: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket ??= this.open();
      this.socket.write(request);
    });
  }

  /** With a question under way: that one fails. */
  close(): void {
    this.socket?.destroy();
    this.dropped(new Error('closed'));
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    this.reader = new ResponseReader();
    socket.on('data', (bytes) => this.take(socket, bytes));
    socket.on('error', (error) => this.socket === socket && this.dropped(error));
    socket.on('close', () => this.socket === socket && this.dropped(new Error('the gateway closed the connection')));
    return socket;
  }

  private take(socket: Socket, bytes: Buffer): void {
    if (this.socket !== socket) return;
    const reply = this.reader.take(bytes);
    if (!reply) return;
    const { waiting } = this;
    this.waiting = null;
    if (reply.last) {
      this.socket = null;
      socket.end();
    }
    waiting?.resolve(reply);
  }

  private dropped(error: Error): void {
    const { waiting } = this;
    [this.socket, this.waiting] = [null, null];
    waiting?.reject(error);
  }
}

/** The text of a request with this JSON body; `headers` are whole lines, each with its own line end. */
export function requestText(path: string, headers: string, body: string): string {
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}
