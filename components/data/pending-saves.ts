const savers = new Set<() => Promise<void>>();

/** Registers a pending save that must finish before publishing reads the draft. Returns a function that unregisters it. */
export function onBeforePublish(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Waits until every registered save has landed. */
export async function savePending(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}
