/** The look of surveys, beside that of all content. */
const CSS_TEXT = `
.survey.corner{inset:auto 16px 16px auto;width:min(400px,calc(100vw - 32px));height:fit-content}
.survey form,.survey [role=status]{margin:0}
.survey h2:first-child{margin-top:4px}
.survey progress{width:calc(100% - 40px)}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(28px,1fr));gap:4px}
.scale label{position:relative;display:grid;place-items:center;min-height:40px;border:1px solid var(--muted);border-radius:calc(var(--radius)*.6);cursor:pointer}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale label:has(:checked){background:var(--accent);border-color:var(--accent);color:var(--onAccent);font-weight:650}
.scale label:has(:focus-visible){outline:2px solid var(--accent);outline-offset:2px}
.stars{grid-template-columns:repeat(auto-fit,minmax(36px,48px))}
.stars label,.stars label:has(:checked){border:0;background:none}
.stars span{font-size:0}
.stars span::before{content:"★" / "";font-size:30px;line-height:1;color:var(--border);-webkit-text-stroke:1px var(--muted)}
.stars label:has(:checked) span::before,.stars label:has(~label :checked) span::before{color:var(--accent);-webkit-text-stroke:1px var(--accent)}
.ends{display:flex;justify-content:space-between;gap:16px;margin:6px 0 0}
.list{display:grid;gap:2px}
.list label{display:flex;gap:10px;align-items:start;padding:8px 4px;cursor:pointer}
.list input{flex:none;width:18px;height:18px;margin:3px 0 0;accent-color:var(--accent)}
.write{font:inherit;color:inherit;background:var(--background);width:100%;padding:8px 10px;border:1px solid var(--muted);border-radius:calc(var(--radius)*.6);resize:vertical}
.alert{margin:10px 0 0;font-weight:550}
.alert::before{content:"! ";font-weight:800}
@media (forced-colors:active){.scale label:has(:checked){outline:3px solid Highlight}}
`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

export function surveySheet(page: Document): CSSStyleSheet {
  const known = sheets.get(page);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS_TEXT);
  sheets.set(page, sheet);
  return sheet;
}
