type Answered = {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** Names and values in turn, as Node hands them over. */
  readonly rawHeaders: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/**
 * A `Response` of an answer that was read to its end. Node's own is made only when its headers or body are asked for:
 * the first use of it in a process costs 40 ms, and most callers look at the status alone.
 */
export class AnsweredResponse implements Response {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly redirected = false;
  readonly type = "default";
  readonly #answered: Answered;
  #made: Response | undefined;

  constructor(answered: Answered) {
    this.#answered = answered;
    this.url = answered.url;
    this.status = answered.status;
    this.statusText = answered.statusText;
    this.ok = answered.status >= 200 && answered.status < 300;
  }

  get headers(): Headers {
    return this.#whole().headers;
  }
  get body(): Response["body"] {
    return this.#whole().body;
  }
  get bodyUsed(): boolean {
    return this.#made?.bodyUsed ?? false;
  }
  clone(): Response {
    return this.#whole().clone();
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#whole().arrayBuffer();
  }
  blob(): Promise<Blob> {
    return this.#whole().blob();
  }
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#whole().bytes();
  }
  formData(): Promise<FormData> {
    return this.#whole().formData();
  }
  json(): Promise<unknown> {
    return this.#whole().json();
  }
  text(): Promise<string> {
    return this.#whole().text();
  }

  #whole(): Response {
    if (this.#made) return this.#made;
    const { status, statusText, rawHeaders, bytes } = this.#answered;
    const headers = new Headers();
    for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
    // These may not have a body, not even an empty one.
    const body = [204, 205, 304].includes(status) ? null : bytes;
    this.#made = new Response(body, { status, statusText, headers });
    return this.#made;
  }
}
