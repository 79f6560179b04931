/** The code of an error of the driver or the system (`40P01`, `ECONNRESET`); `""` if it has none. */
export const errorCode = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
