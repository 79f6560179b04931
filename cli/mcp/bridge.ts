import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

type Message = {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: {
    readonly name?: unknown;
    readonly uri?: unknown;
    readonly protocolVersion?: unknown;
    readonly _meta?: Readonly<Record<string, unknown>>;
  };
  readonly result?: { readonly protocolVersion?: unknown };
};

export type BridgeOptions = {
  /** The address of the server, without `/api/mcp`. */
  readonly url: string;
  readonly secretKey: string;
  readonly input: Readable;
  readonly output: { readonly write: (text: string) => unknown };
  /** Ends it before the input does. */
  readonly signal?: AbortSignal;
};

const VERSION_KEY = "io.modelcontextprotocol/protocolVersion";

/**
 * Passes messages of the Model Context Protocol, one a line, on to a server, and its answers back; ends with the input.
 * Calls run beside each other, as their ids tell the answers apart.
 */
export async function bridgeMcp({ url, secretKey, input, output, signal }: BridgeOptions): Promise<void> {
  const address = new URL("/api/mcp", url);
  const running = new Set<Promise<void>>();
  let agreed: string | null = null;
  const write = (message: Message) => {
    if (typeof message.result?.protocolVersion === "string") agreed = message.result.protocolVersion;
    output.write(`${JSON.stringify(message)}\n`);
  };
  const pass = async (line: string) => {
    const message = parse(line);
    if (!message) return write(failure(null, -32700, "The line is not JSON."));
    try {
      const headers = { authorization: `Bearer ${secretKey}`, ...headersOf(message, agreed) };
      const response = await fetch(address, { method: "POST", headers, body: line });
      const answers = await answersOf(response);
      for (const answer of answers) write(answer);
      if (answers.length === 0 && !response.ok && message.id !== undefined)
        write(failure(message.id, -32603, `The server answered ${response.status}.`));
    } catch (error) {
      if (message.id !== undefined)
        write(failure(message.id, -32603, `${address.origin} cannot be reached: ${(error as Error).message}`));
    }
  };
  for await (const line of createInterface({ input, signal })) {
    if (line.trim() === "") continue;
    const passing = pass(line).finally(() => running.delete(passing));
    running.add(passing);
    // What follows the handshake is sent in the version that it agreed on.
    if (/"method"\s*:\s*"initialize"/.test(line)) await passing;
  }
  await Promise.all(running);
}

const parse = (line: string): Message | null => {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return null;
  }
};

/** Over HTTP the version stands in a header, and from 2026 on also what is called. */
function headersOf({ method, params }: Message, agreed: string | null): Record<string, string> {
  const own = params?._meta?.[VERSION_KEY];
  const version = typeof own === "string" ? own : method === "initialize" ? null : agreed;
  const called = params?.name ?? params?.uri;
  return {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    ...(version ? { "mcp-protocol-version": version } : {}),
    ...(typeof own === "string" && method ? { "mcp-method": method } : {}),
    ...(typeof own === "string" && typeof called === "string" ? { "mcp-name": called } : {}),
  };
}

/** The messages of an answer: one as JSON, several as events, none where it has no body. */
async function answersOf(response: Response): Promise<Message[]> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("text/event-stream")) {
    return text.split(/\r?\n\r?\n/).flatMap((event) => {
      const data = event.split(/\r?\n/).flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : []));
      return data.length === 0 ? [] : (parse(data.join("\n")) ?? []);
    });
  }
  if (text.trim() === "" || type.includes("problem+json")) return [];
  const message = parse(text);
  return message && "jsonrpc" in message ? [message] : [];
}

function failure(id: Message["id"], code: number, message: string): Message {
  return { jsonrpc: "2.0", id: id ?? null, error: { code, message } } as Message;
}
