import * as z from "zod";

const Colour = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, { error: "is not a colour such as #1f2937" });
const Length = z.int().min(0).max(64);

const colours = {
  background: Colour.optional(),
  text: Colour.optional(),
  muted: Colour.optional(),
  accent: Colour.optional(),
  onAccent: Colour.optional(),
  border: Colour.optional(),
};

/** How content looks; what is not given is the standard. `dark` is for people whose system is dark. */
export const Theme = z.strictObject({
  ...colours,
  dark: z.union([z.strictObject(colours), z.literal(false)]).optional(),
  radius: Length.optional(),
  /** A font that the page has, or a list as in CSS. */
  font: z
    .string()
    .max(200)
    .regex(/^[\w\s,'"-]*$/, { error: "is not a list of font names" })
    .optional(),
});
export type Theme = z.infer<typeof Theme>;

export type Colours = Readonly<Record<keyof typeof colours, string>>;
/** A theme with all its parts. `dark: null` = the same as in the light. */
export type FullTheme = {
  readonly light: Colours;
  readonly dark: Colours | null;
  readonly radius: number;
  readonly font: string;
};

const LIGHT: Colours = {
  background: "#ffffff",
  text: "#18181b",
  muted: "#52525b",
  accent: "#4338ca",
  onAccent: "#ffffff",
  border: "#d4d4d8",
};
const DARK: Colours = {
  background: "#18181b",
  text: "#fafafa",
  muted: "#a1a1aa",
  accent: "#a5b4fc",
  onAccent: "#1e1b4b",
  border: "#3f3f46",
};

/** Fills a theme; a document's own values stand over those of its workspace. */
export function fillTheme(...themes: readonly (Theme | undefined)[]): FullTheme {
  const given = themes.filter((theme) => theme !== undefined);
  const merged: Theme = Object.assign({}, ...given);
  const over = (standard: Colours, parts: readonly object[]): Colours => Object.assign({}, standard, ...parts);
  return {
    light: over(LIGHT, given.map(coloursOf)),
    dark:
      merged.dark === false
        ? null
        : over(
            DARK,
            given.map(({ dark }) => coloursOf(dark === false ? {} : (dark ?? {}))),
          ),
    radius: merged.radius ?? 10,
    font: merged.font ?? "",
  };
}

function coloursOf(theme: object): object {
  return Object.fromEntries(
    Object.entries(theme).filter(([name, value]) => Object.hasOwn(colours, name) && value !== undefined),
  );
}

/** Two colours of which one is read on the other, and how well. */
export type Contrast = {
  readonly mode: "light" | "dark";
  readonly text: keyof Colours;
  readonly ground: keyof Colours;
  readonly ratio: number;
};

/** WCAG 2.2 AA, for text of ordinary size. */
export const LEAST_CONTRAST = 4.5;

const PAIRS = [
  ["text", "background"],
  ["muted", "background"],
  ["accent", "background"],
  ["onAccent", "accent"],
] as const;

/** Every pair of a theme in which one colour is read on another. */
export function contrasts({ light, dark }: FullTheme): Contrast[] {
  const modes = [["light", light] as const, ...(dark ? [["dark", dark] as const] : [])];
  return modes.flatMap(([mode, set]) =>
    PAIRS.map(([text, ground]) => ({ mode, text, ground, ratio: contrastOf(set[text], set[ground]) })),
  );
}

/** The pairs of a theme that are hard to read. */
export const faintPairs = (theme: FullTheme): Contrast[] =>
  contrasts(theme).filter(({ ratio }) => ratio < LEAST_CONTRAST);

/** The contrast of two colours by WCAG, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
