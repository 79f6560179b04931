import { type Actor, type Context, openContext } from "#services";

type Asking = { readonly workspaceId: string; readonly actor: Actor };

/**
 * Asks with the standby first, if there is one in step. Whatever fails there is asked of the database itself: a standby
 * cancels statements that are in the way of its replay, may end, and may not know yet what was just made.
 */
export async function answerFigures<Answer>(
  { workspaceId, actor }: Asking,
  ask: (ctx: Context) => Promise<Answer>,
): Promise<Answer> {
  const own = openContext(workspaceId, actor);
  const figures = openContext(workspaceId, actor, "figures");
  if (figures.database === own.database) return await ask(own);
  return await ask(figures).catch(() => ask(own));
}
