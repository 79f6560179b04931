const savers = new Set<() => Promise<void>>();

/** Registers what to run before a publish looks at the draft: a save still on its way. Answers how to take it back. */
export function onBeforePublish(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Waits until every registered save has landed. */
export async function savePending(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}
