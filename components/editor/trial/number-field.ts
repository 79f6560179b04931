import * as z from "zod";

/** A whole number typed as text, between two bounds. */
export function wholeNumber(least: number, most: number) {
  const bounds = `${least.toLocaleString("en")} to ${most.toLocaleString("en")}`;
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `A whole number, ${bounds}.`,
    });
}
