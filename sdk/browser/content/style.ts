/** The look of all content. Its colours are variables of the surface; `!important` at the host wins over any page's. */
const CSS_TEXT = `
:host{all:initial!important;display:contents!important}
*{box-sizing:border-box}
.s{all:unset;box-sizing:border-box;position:fixed;inset:auto;margin:0;padding:20px;display:none;color:var(--text);background:var(--background);
border:1px solid var(--border);border-radius:var(--radius);font:16px/1.5 var(--font);box-shadow:0 10px 38px -10px rgb(0 0 0/.35),0 2px 8px rgb(0 0 0/.08);
overflow:auto;overscroll-behavior:contain;max-width:calc(100vw - 16px);max-height:calc(100dvh - 16px);text-align:start;color-scheme:light dark}
.s:popover-open,.s[open]{display:block}
dialog.s::backdrop{background:rgb(0 0 0/.5)}
.modal,.centre{inset:0;margin:auto;width:min(480px,calc(100vw - 32px));height:fit-content}
.modal.small{width:min(360px,calc(100vw - 32px))}
.modal.large{width:min(720px,calc(100vw - 32px))}
.beside{width:max-content;max-width:min(340px,calc(100vw - 16px))}
.banner{inset:8px 8px auto;width:auto;margin:0 auto;max-width:960px;padding:12px 20px;height:fit-content}
.banner.bottom{inset:auto 8px 8px}
.banner .b{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin-inline-end:32px}
.banner .b>p{flex:1 1 240px}
.banner .b>*{margin:0}
.checklist{inset:auto 16px 16px auto;width:min(360px,calc(100vw - 32px))}
.checklist.left{inset:auto auto 16px 16px}
.light{all:unset;position:fixed;pointer-events:none;border-radius:8px;box-shadow:0 0 0 9999px rgb(0 0 0/.5)}
h2{font-size:1.2em;line-height:1.3;font-weight:650;margin:0 32px 8px 0}
:dir(rtl) h2{margin:0 0 8px 32px}
p{margin:0 0 12px;white-space:pre-line;overflow-wrap:anywhere}
img{display:block;max-width:100%;height:auto;border-radius:calc(var(--radius)*.6);margin:0 0 12px}
.row{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;margin-top:16px}
button{font:inherit;font-weight:550;line-height:1.25;cursor:pointer;padding:8px 14px;min-height:36px;border-radius:calc(var(--radius)*.7);border:1px solid var(--border);background:none;color:inherit}
button:hover{filter:brightness(.94)}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--onAccent)}
button.plain{border-color:transparent;color:var(--accent);text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.s:focus{outline:none}
.x{position:absolute;top:10px;inset-inline-end:10px;width:32px;min-height:32px;padding:0;border-color:transparent;font-size:20px;line-height:1;color:var(--muted)}
.m,small{color:var(--muted);font-size:.875em}
progress{appearance:none;display:block;width:100%;height:6px;border:0;border-radius:3px;background:var(--border);overflow:hidden;margin:0 0 12px}
progress::-webkit-progress-bar{background:var(--border)}
progress::-webkit-progress-value{background:var(--accent)}
progress::-moz-progress-bar{background:var(--accent)}
ul{list-style:none;margin:12px 0 0;padding:0}
li{display:flex;gap:10px;align-items:start;padding:10px 0;border-top:1px solid var(--border)}
li>div{flex:1}
li p{margin:2px 0 0}
li b{font-weight:600}
li button{display:block;margin-block-start:4px;margin-inline-start:-14px}
li.done b{text-decoration:line-through;color:var(--muted)}
i{flex:none;width:22px;height:22px;margin-top:1px;border:2px solid var(--muted);border-radius:50%;font:700 13px/18px sans-serif;text-align:center}
.done i{background:var(--accent);border-color:var(--accent);color:var(--onAccent)}
.fold{position:absolute;top:10px;inset-inline-end:46px;min-height:32px;padding:4px 10px}
@media (prefers-reduced-motion:no-preference){.s:popover-open,.s[open]{animation:a .16s ease-out}@keyframes a{from{opacity:0;translate:0 6px}}}
@media (forced-colors:active){.s{border:2px solid CanvasText}.light{outline:3px solid Highlight}}
`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** One sheet for all content of a page; made by code, so that no policy for styles concerns it. */
export function sheetOf(page: Document): CSSStyleSheet {
  const known = sheets.get(page);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS_TEXT);
  sheets.set(page, sheet);
  return sheet;
}
