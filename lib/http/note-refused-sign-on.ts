import { log } from "#log";

/** For the person who sets the provider up: the browser is told only that it failed. */
export function noteRefusedSignOn(error: unknown): void {
  log.warn("the answer of the identity provider was refused", { error });
}
