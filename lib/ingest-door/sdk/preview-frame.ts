import { randomBytes } from "node:crypto";
import { HttpError } from "#http";
import { previewFramePolicy } from "#security-headers";
import { refuse } from "../refuse.ts";
import type { SdkFiles } from "./sdk-files.ts";

/**
 * The page inside the studio's preview: something like a website, on which content is shown with the code that shows it to
 * people.
 */
export async function previewFrame(files: SdkFiles): Promise<Response> {
  const script = await files.fileOf("frame");
  if (script === null) return refuse(new HttpError("not_found", "The browser client was not built."));
  const nonce = randomBytes(16).toString("base64url");
  return new Response(pageOf(script, nonce), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": previewFramePolicy(nonce),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}

/** Bars in place of a website's words; content with a target stands beside the one element that has some. */
const pageOf = (script: string, nonce: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title><style nonce="${nonce}">${STYLE}</style></head>
<body><header aria-hidden="true"><b></b><i></i><i></i></header>
<main><div class="bars" aria-hidden="true"><b></b><i></i><i></i><i></i></div>
<p><button id="sojourn-target" type="button">The element on your page</button></p>
<div class="bars" aria-hidden="true"><i></i><i></i><i></i></div></main>
<script nonce="${nonce}" src="${script}"></script></body></html>
`;

const STYLE = `
:root{color-scheme:light;--ground:#f4f4f5;--paper:#fff;--bar:#e4e4e7;--ink:#3f3f46}
:root[data-theme=dark]{color-scheme:dark;--ground:#09090b;--paper:#18181b;--bar:#27272a;--ink:#d4d4d8}
body{margin:0;min-height:100vh;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header{display:flex;gap:16px;align-items:center;padding:14px 24px;background:var(--paper);border-bottom:1px solid var(--bar)}
header b{width:96px;height:16px;margin-right:auto}header i{width:56px;height:10px}
b,i{display:block;border-radius:5px;background:var(--bar)}
main{max-width:720px;margin:32px auto;padding:0 24px}
.bars{display:grid;gap:14px}.bars b{width:45%;height:22px}.bars i{height:10px}.bars i:last-child{width:70%}
p{margin:36px 0;text-align:center}
button{font:inherit;padding:9px 16px;border-radius:8px;border:1px dashed var(--ink);background:var(--paper);color:inherit}
`;
