import { CONTENT_TYPES } from "#journey";

/** Parts that emails share; no step sends or shows them. */
export const SHARED_TYPES = ["snippet", "layout"] as const;

export const ITEM_TYPES = [...CONTENT_TYPES, ...SHARED_TYPES] as const;

export const isShared = (type: string): boolean => SHARED_TYPES.some((shared) => shared === type);
