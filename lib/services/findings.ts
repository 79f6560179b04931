import { type FieldError, invalid, ServiceError } from "./errors.ts";

/** Collects what several checks of one input refuse, so that it is told all at once. */
export class Findings {
  readonly #errors: FieldError[] = [];
  #message: string | null = null;

  /** What a check answers; `undefined` when it refuses the input, which `throwIfAny` then tells. */
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
