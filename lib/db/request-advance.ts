import { processSingleton } from "#process";

/** Works off one person's inbox: `done`; `busy`: longer than an answer can wait; `absent`: left to the workers. */
type Step = (personId: string) => Promise<"done" | "busy" | "absent">;

const offered = processSingleton("step", (): { step: Step | null } => ({ step: null }));

/** Called by the engine of this process, which then answers `requestAdvance`; returns the way to take the offer back. */
export function registerAdvancer(step: Step): () => void {
  offered.step = step;
  return () => {
    if (offered.step === step) offered.step = null;
  };
}

/**
 * Has one person's inbox worked off before somebody is answered (R5). `busy`: the person's shard stayed taken for two
 * seconds; `absent`: this process runs no engine, or many ask. What was put into the inbox is then worked off later.
 */
export async function requestAdvance(personId: string): Promise<"done" | "busy" | "absent"> {
  return (await offered.step?.(personId)) ?? "absent";
}
