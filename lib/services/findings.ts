import { type FieldError, invalid, ServiceError } from "./errors.ts";

/** Collects the errors of several checks of one input, so that all are reported at once. */
export class Findings {
  readonly #errors: FieldError[] = [];
  #message: string | null = null;

  /** The result of a check; `undefined` if it refuses the input, which `throwIfAny` then reports. */
  async of<Answer>(check: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof ServiceError) || error.code !== "invalid") throw error;
      this.#message ??= error.message;
      this.#errors.push(...error.errors);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.#message !== null) throw invalid(this.#message, this.#errors);
  }
}
