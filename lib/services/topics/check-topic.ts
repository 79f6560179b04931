import { type Context, invalidField, ServiceError } from "#services";
import { findContent } from "#services/content";
import type { TopicValues } from "#store/topics";
import type { TopicPatch } from "./schema.ts";

type Written = Omit<TopicPatch, "archived"> & { readonly defaultOn: boolean; readonly doubleOptIn: boolean };

/** The columns of what was written; refuses what contradicts itself. */
export async function checkTopic(ctx: Context, written: Written): Promise<Partial<TopicValues>> {
  const { name, description, defaultOn, doubleOptIn, confirmationContentId, position } = written;
  if (defaultOn && doubleOptIn)
    throw invalidField(["defaultOn"], "must be false if a subscription has to be confirmed (doubleOptIn)");
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: description || null }),
    ...(position === undefined ? {} : { position }),
    ...(confirmationContentId === undefined
      ? {}
      : { confirmationContentId: confirmationContentId ? await contentIdOf(ctx, confirmationContentId) : null }),
    defaultOn,
    doubleOptIn,
  };
}

async function contentIdOf(ctx: Context, reference: string): Promise<string> {
  const item = await findContent(ctx, reference).catch((error) => {
    if (error instanceof ServiceError && error.code === "not_found") return null;
    throw error;
  });
  if (item?.type !== "email") throw invalidField(["confirmationContentId"], `There is no email ${reference}`);
  return item.id;
}
