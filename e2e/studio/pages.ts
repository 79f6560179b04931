/** Every page of the studio that needs no id, by the address it has. */
export const PLAIN_PAGES = [
  "/journeys",
  "/content",
  "/people",
  "/segments",
  "/deliveries",
  "/plans",
  "/events",
  "/settings",
] as const;
