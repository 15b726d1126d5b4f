import { EventEmitter } from 'node:events';

/** One end of a channel, as Electron's main process has them. */
export class MessagePortDouble extends EventEmitter {
  /** The other end; while that one is in a page, `deliver` reaches it there. */
  other: MessagePortDouble | undefined;
  deliver: ((data: unknown) => void) | undefined;
  #started = false;
  readonly #waiting: unknown[] = [];

  postMessage(data: unknown): void {
    if (this.other?.deliver) this.other.deliver(data);
    else this.other?.receive(data);
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data });
  }

  close(): void {
    this.other?.emit('close');
    this.emit('close');
  }

  /** What the other end sent; kept until this end is started. */
  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data });
    else this.#waiting.push(data);
  }
}

export class MessageChannelDouble {
  readonly port1 = new MessagePortDouble();
  readonly port2 = new MessagePortDouble();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
