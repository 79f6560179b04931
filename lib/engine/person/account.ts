import type { JsonObject } from "#journey";
import { isObject } from "#values";

/** The trait that holds the loyalty account of a person. */
export const ACCOUNT_TRAIT = "loyalty";

/**
 * The person's account as rules and expressions see it: tier, its expiry and classification of the loyalty account, and
 * beside them what `group` calls said of the company.
 */
export function accountOf({ account, [ACCOUNT_TRAIT]: loyalty }: JsonObject): JsonObject {
  const company = isObject(account) ? account : NONE;
  return isObject(loyalty) ? { ...company, ...loyalty } : company;
}

const NONE: JsonObject = {};
