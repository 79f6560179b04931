import packageJson from "../package.json" with { type: "json" };

/** The release that this CLI belongs to. */
export const version: string = packageJson.version;
