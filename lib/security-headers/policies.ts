/**
 * Every Content-Security-Policy of this server. No policy has `unsafe-inline` for scripts: a script runs if it is a file of
 * this origin, or if the server says by nonce or hash that it wrote it.
 */

type Studio = {
  /** Random for each answer, in base64; pages that are rendered for the request carry it. Null: the page was built. */
  readonly nonce: string | null;
  /** Of the inline scripts of pages that were made at build time, as `scriptHashes` gives them. */
  readonly hashes: readonly string[];
  /** Next's development server evaluates code and pushes changes over a web socket. */
  readonly dev?: boolean;
};

export const studioPolicy = ({ nonce, hashes, dev = false }: Studio): string =>
  policyOf(
    "default-src 'self'",
    [
      "script-src 'self'",
      ...(nonce === null ? [] : [`'nonce-${nonce}'`]),
      ...hashes,
      ...(dev ? ["'unsafe-eval'"] : []),
    ].join(" "),
    // The canvas, charts and popovers place things by style attributes, for which there are no nonces. The source editor,
    // dialogs (which keep the page from scrolling) and toasts write style elements while they run, with contents that no hash
    // knows beforehand; a nonce would serve only pages that are rendered for the request, and most were built before.
    "style-src 'self' 'unsafe-inline'",
    // Previews show the pictures of customers' mails and pages, wherever these lie.
    "img-src 'self' data: blob: http: https:",
    "font-src 'self' data:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // Nobody else may put the studio into a frame and have its buttons clicked.
    "frame-ancestors 'none'",
  );

/** The answers of the API are no pages; should a browser show one as a page, nothing in it does anything. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A picture that was uploaded. */
export const IMAGE_POLICY = "default-src 'none'; sandbox";

/**
 * A page for people outside: its own style, the logo, and forms to this installation. It has no script, and the sandbox
 * keeps it apart from the sessions of members.
 */
export const publicPagePolicy = (nonce: string, logoOrigin: string | undefined): string =>
  policyOf(
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(logoOrigin === undefined ? [] : [`img-src ${logoOrigin}`]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "sandbox allow-forms",
  );

/**
 * The page inside the studio's preview of content: one script, its own style, and pictures. The sandbox gives it an origin
 * of its own, so that nothing in it reaches the session of the member around it.
 */
export const previewFramePolicy = (nonce: string): string =>
  policyOf(
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src http: https:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "sandbox allow-scripts",
  );

/** The demo shop, in a frame of the studio, with the client that customers have on their pages. */
export const demoShopPolicy = (nonce: string): string =>
  policyOf(
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' https:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  );

/** The viewer of the API's reference, which may connect to nothing but this server. */
export const referencePolicy = (nonce: string): string =>
  policyOf(
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The viewer writes its styles itself, without a nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  );

const policyOf = (...directives: readonly string[]): string => directives.join("; ");
