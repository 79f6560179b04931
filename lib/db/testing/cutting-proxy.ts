import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** Before it reaches the server; or after the server has done it, so that the client does not learn that it did. */
export type CutMode = "before" | "after";

type Cut = { readonly at: number; readonly mode: CutMode };

const HEADER = 5;
const [QUERY, SYNC, READY] = ["Q", "S", "Z"].map((letter) => letter.charCodeAt(0));
const TOO_MANY = ["SFATAL", "VFATAL", "C53300", "Msorry, too many clients already", ""].join("\0");

/**
 * A proxy between a client and PostgreSQL that knows where statements begin and end. It cuts a connection before or after a
 * statement, passes nothing on for a while, or refuses connections as a full server does.
 */
export class CuttingProxy {
  readonly #server: Server;
  readonly #upstream: { readonly host: string; readonly port: number };
  readonly #pairs = new Set<Pair>();
  #cut: Cut | null = null;
  /** Statements since the proxy was armed, of all connections. */
  statements = 0;
  isFull = false;

  private constructor(server: Server, upstream: { host: string; port: number }) {
    this.#server = server;
    this.#upstream = upstream;
    server.on("connection", (client) => this.#accept(client));
  }

  /** `url`: the address of a database; returns the proxy and the address through it. */
  static async open(url: string): Promise<{ proxy: CuttingProxy; url: string }> {
    const through = new URL(url);
    const server = createServer({ noDelay: true });
    const proxy = new CuttingProxy(server, { host: through.hostname, port: Number(through.port || 5432) });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    through.hostname = "127.0.0.1";
    through.port = String(typeof address === "object" && address ? address.port : 0);
    return { proxy, url: through.href };
  }

  /** Cuts the connection of the statement with this number, counted from now on from 1; `null`: none. */
  arm(cut: Cut | null): void {
    this.statements = 0;
    this.#cut = cut;
  }

  /** Passes nothing on, and closes nothing: neither side learns that the other one is away. */
  part(): void {
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.pause();
  }

  heal(): void {
    for (const { client, server } of this.#pairs) for (const socket of [client, server]) socket.resume();
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) this.#end(pair);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket): void {
    if (this.isFull) {
      refuse(client);
      return;
    }
    const server = connect({ ...this.#upstream, noDelay: true });
    const pair: Pair = { client, server, endsAt: null, isStarted: false };
    this.#pairs.add(pair);
    let asked: Buffer = Buffer.alloc(0);
    let answered: Buffer = Buffer.alloc(0);
    let ready = -1;
    client.on("data", (chunk) => {
      asked = this.#forward(pair, Buffer.concat([asked, chunk]));
    });
    server.on("data", (chunk) => {
      answered = eachMessage(Buffer.concat([answered, chunk]), (message) => {
        if (message[0] === READY) ready += 1;
        if (pair.endsAt !== null && ready >= pair.endsAt) this.#end(pair);
        else client.write(message);
      });
    });
    for (const socket of [client, server]) {
      socket.on("error", () => this.#end(pair));
      socket.on("close", () => this.#end(pair));
    }
  }

  /** Forwards whole messages; returns what is left. */
  #forward(pair: Pair, bytes: Buffer): Buffer {
    let rest = bytes;
    // The first message has no letter.
    if (!pair.isStarted) {
      if (rest.length < 4 || rest.length < rest.readUInt32BE(0)) return rest;
      const length = rest.readUInt32BE(0);
      pair.server.write(rest.subarray(0, length));
      pair.isStarted = true;
      pair.sent = 0;
      rest = rest.subarray(length);
    }
    return eachMessage(rest, (message) => {
      if (message[0] === QUERY || message[0] === SYNC) {
        this.statements += 1;
        pair.sent = (pair.sent ?? 0) + 1;
        if (this.#cut?.at === this.statements) {
          if (this.#cut.mode === "before") return this.#end(pair);
          pair.endsAt = pair.sent;
        }
      }
      if (!pair.server.destroyed) pair.server.write(message);
    });
  }

  #end(pair: Pair): void {
    this.#pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  }
}

type Pair = {
  readonly client: Socket;
  readonly server: Socket;
  isStarted: boolean;
  /** Statements of this connection. */
  sent?: number;
  /** It ends with the answer to the statement of this number. */
  endsAt: number | null;
};

function eachMessage(bytes: Buffer, take: (message: Buffer) => void): Buffer {
  let rest = bytes;
  while (rest.length >= HEADER && rest.length >= 1 + rest.readUInt32BE(1)) {
    const length = 1 + rest.readUInt32BE(1);
    take(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return rest;
}

function refuse(client: Socket): void {
  client.on("error", () => {});
  client.once("data", () => {
    const text = Buffer.from(`${TOO_MANY}\0`);
    const head = Buffer.alloc(HEADER);
    head.write("E");
    head.writeUInt32BE(text.length + 4, 1);
    client.end(Buffer.concat([head, text]));
  });
}
