import { processSingleton } from "#process";

/** Processes one person's inbox: `done`; `busy`: longer than an answer can wait; `absent`: left to the workers. */
type Step = (personId: string) => Promise<"done" | "busy" | "absent">;

const offered = processSingleton("step", (): { step: Step | null } => ({ step: null }));

/** Called by the engine of this process to serve `requestAdvance`; returns a function that unregisters it. */
export function registerAdvancer(step: Step): () => void {
  offered.step = step;
  return () => {
    if (offered.step === step) offered.step = null;
  };
}

/**
 * Processes one person's inbox before a request is answered (R5). `busy`: the person's shard stayed locked for two
 * seconds; `absent`: this process runs no engine, or has too many requests. The inbox is then processed later.
 */
export async function requestAdvance(personId: string): Promise<"done" | "busy" | "absent"> {
  return (await offered.step?.(personId)) ?? "absent";
}
