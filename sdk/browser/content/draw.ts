import type { Action, Block, Button, Item, Offered, Piece } from "./view.ts";

/** What drawn content does when people use it. */
export type Uses = {
  readonly act: (action: Action, button?: Button) => void;
  readonly use: (item: Item) => void;
  readonly fold: () => void;
};

/** Where a person stands in content: of a flow, the place and number of its steps. */
export type Standing = {
  readonly at: number;
  readonly count: number;
  readonly done: ReadonlySet<string>;
  readonly folded: boolean;
};

type Child = Node | string | null;
type Properties = Readonly<Record<string, string | number | undefined>>;

/** An element. Its texts become text nodes, so nothing that people wrote is ever read as HTML. */
export function h(tag: string, properties: Properties, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** `key` finds the button again after it was drawn again. */
function button(key: string, properties: Properties, used: () => void, ...children: Child[]): HTMLElement {
  const element = h("button", { type: "button", "data-key": key, ...properties }, ...children);
  element.addEventListener("click", used);
  return element;
}

/** Content as elements. */
export function draw(
  { document: ready }: Offered,
  { piece, inner }: { readonly piece: Piece; readonly inner: HTMLElement[] | null },
  standing: Standing,
  uses: Uses,
): HTMLElement[] {
  const { parts, closable, words } = ready;
  const drawn = inner
    ? inner
    : parts.items
      ? checklist(ready, parts.items, standing, uses)
      : [h("div", { class: "b" }, ...(piece.blocks ?? []).map((block) => drawBlock(block, standing, uses)))];
  if (!closable) return drawn;
  // In reading order the content comes first; the cross stands at its corner.
  return [...drawn, button("x", { class: "x", "aria-label": words.close }, () => uses.act({ type: "dismiss" }), "×")];
}

function drawBlock(block: Block, standing: Standing, uses: Uses): HTMLElement | null {
  switch (block.type) {
    case "heading":
      return h("h2", { id: "h" }, block.text);
    case "text":
      return h("p", {}, block.text);
    case "image": {
      const { src, alt, width, height } = block;
      return src ? h("img", { src, alt, width, height, referrerpolicy: "no-referrer" }) : null;
    }
    case "progress":
      return progress(standing.at + 1, standing.count);
    case "buttons": {
      const last = block.buttons.length - 1;
      const drawn = block.buttons.map((one, at) =>
        button(
          `b${at}`,
          { class: one.style ?? (at === last ? "primary" : "secondary") },
          () => uses.act(one.action, one),
          one.label,
        ),
      );
      return h("div", { class: "row" }, ...drawn);
    }
  }
}

function progress(value: number, max: number): HTMLElement {
  const said = `${value} / ${max}`;
  return h("div", {}, h("progress", { value, max, "aria-label": said }), h("small", {}, said));
}

function checklist(
  { parts: { title = "", description }, words }: Offered["document"],
  items: readonly Item[],
  { done, folded }: Standing,
  uses: Uses,
): HTMLElement[] {
  const label = folded ? words.open : words.fold;
  const fold = button(
    "fold",
    { class: "fold", "aria-expanded": String(!folded), "aria-label": label },
    uses.fold,
    folded ? "▴" : "▾",
  );
  const head = [h("h2", { id: "h" }, title), fold, progress(done.size, items.length)];
  if (folded) return head;
  const list = items.map((item) => {
    const isDone = done.has(item.id);
    const mayUse = !isDone && (item.action !== undefined || !item.done);
    const mark = h(
      "i",
      isDone ? { role: "img", "aria-label": words.done } : { "aria-hidden": "true" },
      isDone ? "✓" : "",
    );
    const text = item.description ? h("p", { class: "m" }, item.description) : null;
    const use = mayUse ? button(item.id, { class: "plain" }, () => uses.use(item), item.label || words.done) : null;
    return h("li", isDone ? { class: "done" } : {}, mark, h("div", {}, h("b", {}, item.title), text, use));
  });
  return [...head, ...(description ? [h("p", {}, description)] : []), h("ul", {}, ...list)];
}
