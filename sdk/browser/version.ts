/** The version of this client; it travels with every message. */
export const VERSION = "0.1.0";
