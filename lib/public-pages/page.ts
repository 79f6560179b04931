import { publicPagePolicy } from "#security-headers";
import type { Brand } from "./brand.ts";
import { html, type Markup } from "./html.ts";
import { STYLE } from "./style.ts";

/** `language` and its direction: English unless given. */
export type Page = {
  readonly title: string;
  readonly brand: Brand | null;
  readonly main: Markup;
  readonly language?: string;
  readonly dir?: "ltr" | "rtl";
};

/**
 * A page for people outside. It works without a script and may have none.
 */
export function pageResponse(page: Page, status = 200): Response {
  const { brand } = page;
  const nonce = crypto.randomUUID();
  const logo = brand?.logoUrl ? URL.parse(brand.logoUrl)?.origin : undefined;
  return new Response(documentOf(page, nonce).text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": publicPagePolicy(nonce, logo),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}

function documentOf({ title, brand, main, language = "en", dir = "ltr" }: Page, nonce: string): Markup {
  const colors = brand === null ? null : html`:root { --brand: ${brand.color}; --on-brand: ${brand.ink}; }`;
  return html`<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}${brand === null ? "" : ` · ${brand.name}`}</title>
<style nonce="${nonce}">${STYLE}${colors}</style>
</head>
<body>
<header>${brand === null ? null : headerOf(brand)}</header>
<main>${main}</main>
</body>
</html>
`;
}

const headerOf = ({ name, logoUrl }: Brand): Markup =>
  logoUrl === null ? html`<p class="name">${name}</p>` : html`<img class="logo" src="${logoUrl}" alt="${name}">`;
