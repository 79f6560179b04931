/** Works off one person's inbox: `done`; `busy`: longer than an answer can wait; `absent`: left to the workers. */
type Step = (personId: string) => Promise<"done" | "busy" | "absent">;

// On globalThis for the same reason as the bell: Next's bundle has a copy of this module of its own.
const holder = globalThis as { sojournStep?: Step };

/** Called by the engine of this process, which then answers `requestAdvance`; returns the way to take the offer back. */
export function registerAdvancer(step: Step): () => void {
  holder.sojournStep = step;
  return () => {
    if (holder.sojournStep === step) delete holder.sojournStep;
  };
}

/**
 * Has one person's inbox worked off before somebody is answered (R5). `busy`: the person's shard stayed taken for two
 * seconds; `absent`: this process runs no engine, or many ask. What was put into the inbox is then worked off later.
 */
export async function requestAdvance(personId: string): Promise<"done" | "busy" | "absent"> {
  return (await holder.sojournStep?.(personId)) ?? "absent";
}
