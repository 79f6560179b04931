/** How a workspace looks to people outside. */
export type Brand = {
  readonly name: string;
  readonly logoUrl: string | null;
  /** `#rrggbb`. */
  readonly color: string;
  /** Black or white, whichever is easier to read on the colour. */
  readonly ink: string;
};

const COLOR = "#1f6f5c";

export function brandOf(name: string, settings: Readonly<Record<string, unknown>>): Brand {
  const { brand } = settings;
  const given = brand !== null && typeof brand === "object" ? brand : {};
  const color = "color" in given && isColor(given.color) ? given.color : COLOR;
  const logoUrl = "logoUrl" in given && isWebAddress(given.logoUrl) ? given.logoUrl : null;
  return { name, logoUrl, color, ink: luminanceOf(color) > 0.179 ? "#000000" : "#ffffff" };
}

const isColor = (value: unknown): value is string => typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);

const isWebAddress = (value: unknown): value is string =>
  typeof value === "string" && /^https?:$/.test(URL.parse(value)?.protocol ?? "");

/** WCAG 2: above 0.179 black has more contrast than white. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
