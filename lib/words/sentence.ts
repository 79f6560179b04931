/** `a`, `a and b`, `a, b and c`. */
export function sayList(parts: readonly string[], word = "and"): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** The first letter large, a full stop at the end. */
export function sentence(text: string): string {
  const full = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(full) ? full : `${full}.`;
}

/** A code that has no words, as one that a newer release wrote, is shown without underscores. */
export const codeInWords = (code: string): string => code.replaceAll("_", " ");

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
