/** Whether pages of a site have to prove user ids; `warn` takes messages without a right proof, and notes them. */
export const USER_PROOFS = ["off", "warn", "required"] as const;
