import { readChoice } from "../arguments.ts";

export const RE_ENTRY_POLICIES = ["skip", "restart"] as const;

export const readPolicy = (text: string) => readChoice("--re-entry-policy", text, RE_ENTRY_POLICIES);
