/** A function of a task file (its path in the repository) and what to call it with. */
export type ThreadCall = { readonly file: string; readonly name: string; readonly args: readonly unknown[] };

/** `started` is sent when the task's code is loaded. */
export type FromThread =
  | { readonly kind: "started" }
  | { readonly kind: "done"; readonly value: unknown }
  | {
      readonly kind: "failed";
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    };
