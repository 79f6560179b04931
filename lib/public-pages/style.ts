import { Markup } from "./html.ts";

/** One sheet for all public pages: light and dark, narrow and wide, and visible focus. */
export const STYLE = new Markup(`
:root { --brand: #1f6f5c; --on-brand: #fff; --ground: #f6f4f0; --card: #fff; --ink: #1d1b18; --quiet: #5f5a52; --line: #cfc9bf; --note: #e9f3ef; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12110f; --card: #1c1a17; --ink: #f2efe9; --quiet: #b3ada2; --line: #4a453d; --note: #1b2c26; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 36rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2.5rem; padding-bottom: 1rem; }
main { padding-bottom: 4rem; }
.logo { max-height: 3rem; max-width: 12rem; display: block; }
.name { margin: 0; font-weight: 650; font-size: 1.05rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
h2, legend { font-size: 1.05rem; font-weight: 650; margin: 0; padding: 0; }
p { margin: 0 0 1rem; }
.quiet, .hint { color: var(--quiet); }
.hint { font-size: .9rem; display: block; }
.card, fieldset { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.125rem; margin: 0 0 1rem; min-width: 0; }
fieldset legend { float: inline-start; width: 100%; margin-bottom: .5rem; }
fieldset legend + * { clear: both; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .5rem 0; min-height: 2.75rem; cursor: pointer; }
.choice input { width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; accent-color: var(--brand); flex: none; }
.field { display: block; padding: .25rem 0 .5rem; }
.field span { display: block; margin-bottom: .25rem; }
.survey h1 { font-size: 1.25rem; }
.survey progress { width: 8rem; accent-color: var(--brand); vertical-align: middle; }
.scale { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.75rem, 1fr)); gap: .35rem; }
.scale .choice { position: relative; justify-content: center; align-items: center; padding: 0; border: 1px solid var(--quiet); border-radius: .5rem; }
.scale input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.scale .choice:has(:checked) { background: var(--brand); color: var(--on-brand); border-color: var(--brand); font-weight: 650; }
.scale .choice:has(:focus-visible) { outline: 3px solid var(--ink); outline-offset: 2px; }
.ends { display: flex; justify-content: space-between; gap: 1rem; color: var(--quiet); font-size: .9rem; margin: .5rem 0 0; }
.fault { border-inline-start: 4px solid #b3261e; border-radius: .5rem; padding: .6rem 1rem; background: var(--card); }
textarea, input[type=text] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: .5rem; padding: .55rem .7rem; width: 100%; }
@media (forced-colors: active) { .scale .choice:has(:checked) { outline: 3px solid Highlight; } }
select, input[type=date] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: .5rem; padding: .55rem .7rem; min-height: 2.75rem; width: 100%; max-width: 20rem; }
button { font: inherit; font-weight: 600; border-radius: .5rem; padding: .7rem 1.1rem; min-height: 2.75rem; border: 1px solid var(--quiet); background: transparent; color: var(--ink); cursor: pointer; }
button.main { background: var(--brand); color: var(--on-brand); border-color: var(--brand); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; }
.note { background: var(--note); border-inline-start: 4px solid var(--brand); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
a { color: inherit; text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
@media (max-width: 30rem) { .actions button { width: 100%; } }
`);
