import { type Channel, rendersOf, type SendResult } from "#channels";
import { MINUTE_MS, SECOND_MS } from "#times";
import { variation } from "./backoff.ts";

/** So many calls in a row without a useful answer are an outage. */
const ENOUGH = 5;
const FIRST_MS = 15 * SECOND_MS;
const LONGEST_MS = 5 * MINUTE_MS;
/** While one message tries whether the receiver is back, the others wait this long. */
const PROBE_MS = 2 * SECOND_MS;

type State = { failures: number; trips: number; openUntil: number; probing: boolean };

const states = new WeakMap<Channel, Map<string, State>>();

/**
 * Stops calling a receiver that is out of order, so that its messages lose no attempts and delay no others: after five
 * failures in a row it rests, each time twice as long, and then one message tries it first. Receivers are told apart by
 * channel, and endpoints of webhooks by host.
 */
export class Breaker {
  readonly #known: Map<string, State>;
  readonly #name: string;

  constructor(channel: Channel, recipient: string) {
    this.#known = states.get(channel) ?? new Map();
    states.set(channel, this.#known);
    this.#name = rendersOf(channel.kind) === "call" && URL.canParse(recipient) ? new URL(recipient).host : "";
  }

  /** How long the message has to wait, in ms; 0: it may be sent now, and its result has to be noted. */
  wait(now: number): number {
    const state = this.#known.get(this.#name);
    if (state === undefined || state.failures < ENOUGH) return 0;
    if (state.openUntil > now) return state.openUntil - now;
    if (state.probing) return PROBE_MS;
    state.probing = true;
    return 0;
  }

  note(result: SendResult, now: number): void {
    if (result.status !== "failed" || !result.isOutage) {
      this.#known.delete(this.#name);
      return;
    }
    const state = this.#known.get(this.#name) ?? { failures: 0, trips: 0, openUntil: 0, probing: false };
    this.#known.set(this.#name, state);
    state.failures++;
    state.probing = false;
    if (state.failures < ENOUGH || state.openUntil > now) return;
    state.trips++;
    const grown = Math.min(FIRST_MS * 2 ** (state.trips - 1), LONGEST_MS);
    state.openUntil = now + Math.max(grown * variation(`${this.#name} ${now}`), result.retryAfterMs ?? 0);
  }
}
