import { and, eq, ne } from "drizzle-orm";
import { type Context, invalidField, type Transaction } from "#services";
import { schema } from "#store";

const { content } = schema;

/** Refuses a slug that another item of the workspace has. */
export async function requireFreeSlug(
  ctx: Context,
  tx: Transaction,
  slug: string,
  ownId: string | null,
): Promise<void> {
  const [other] = await tx
    .select({ id: content.id })
    .from(content)
    .where(
      and(
        eq(content.workspaceId, ctx.workspaceId),
        eq(content.slug, slug),
        ownId === null ? undefined : ne(content.id, ownId),
      ),
    );
  if (other) throw invalidField(["slug"], `The slug ${slug} is taken`);
}
