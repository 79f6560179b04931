"use client";
import { createContext, useContext } from "react";
import { usePropertyCatalog } from "#data";
import { type KnownField, knownFields } from "./fields.ts";

/** What the rules around are about: the event of a trigger or a wait, else people alone. */
export const EventScope = createContext<string | undefined>(undefined);

/** The fields that rules can name here, and what is known of the workspace. */
export function useFields(): { fields: readonly KnownField[]; catalog: ReturnType<typeof usePropertyCatalog>["data"] } {
  const event = useContext(EventScope);
  const catalog = usePropertyCatalog().data;
  return { fields: knownFields(catalog, event), catalog };
}
