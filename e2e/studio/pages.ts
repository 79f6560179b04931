/** Every page of the studio that needs no id, by the address it has. */
export const PLAIN_PAGES = [
  "/journeys",
  "/journeys/import",
  "/overview",
  "/content",
  "/campaigns",
  "/decisions",
  "/people",
  "/people/import",
  "/segments",
  "/deliveries",
  "/plans",
  "/events",
  "/settings",
] as const;
