/** Bytes of a body unless its route says otherwise. */
export const BODY_BYTES = 1024 * 1024;

/** Bytes of a body of an account call, which anybody may send. */
export const ACCOUNT_BODY_BYTES = 16 * 1024;

/** Bytes of a body with a whole journey. */
export const CANVAS_BODY_BYTES = 8 * 1024 * 1024;

/** Bytes of a body with a long list of people, or with a draft and people. */
export const LARGEST_BODY_BYTES = 16 * 1024 * 1024;
