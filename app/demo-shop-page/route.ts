import { demoShopPolicy } from "#security-headers";
import { shopHtml } from "./shop-html.ts";

/** The page of the demo shop, for the frame of the studio. It needs no session: it has what every page of a site has. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const key = searchParams.get("key") ?? "";
  const shopper = searchParams.get("shopper") ?? "";
  if (!/^pk_[\w-]{16,200}$/.test(key) || !/^shopper-[0-9a-f]{8}$/.test(shopper))
    return new Response("The address needs the key of a site and a shopper.", { status: 404 });
  const nonce = crypto.randomUUID();
  return new Response(shopHtml({ nonce, key, shopper }), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": demoShopPolicy(nonce),
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}
