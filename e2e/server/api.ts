import { SECRET_KEY } from "./start-server.ts";

export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** The HTTP API as a program with a secret key uses it. */
export class Api {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key = SECRET_KEY) {
    this.#url = url;
    this.#key = key;
  }

  /** Any request; does not fail on an error status. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
  }

  get = <Body>(path: string) => this.#expect<Body>("GET", path);
  post = <Body>(path: string, body: unknown = {}) => this.#expect<Body>("POST", path, body);
  put = <Body>(path: string, body: unknown) => this.#expect<Body>("PUT", path, body);
  patch = <Body>(path: string, body: unknown) => this.#expect<Body>("PATCH", path, body);
  delete = <Body>(path: string) => this.#expect<Body>("DELETE", path);

  async #expect<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }
}
