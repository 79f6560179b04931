import { type FieldError, fieldError, ServiceError } from "#services";

/** Runs one step; what it refuses is added to the errors, at its place in the bundle. */
export async function collected<Answer>(
  errors: FieldError[],
  place: readonly PropertyKey[],
  run: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { pointer, field } = fieldError(place, error.message);
    const own = error.errors.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}`, field }));
    errors.push(...(own.length > 0 ? own : [fieldError(place, error.message)]));
    return undefined;
  }
}
