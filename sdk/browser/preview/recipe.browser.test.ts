import { afterEach, expect, test } from "vitest";
import { findTarget } from "../content/find-target.ts";
import { pointedElements } from "./elements.ts";
import { recipeFor } from "./recipe.ts";

afterEach(() => document.body.replaceChildren());

/** Elements by what they say, in the page or in a root. */
function put(root: ParentNode, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  root.append(template.content);
}
const only = (root: ParentNode, selector: string): Element => {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};
const findsAgain = (element: Element): boolean => {
  const found = findTarget(document, recipeFor(element, document).target);
  return typeof found !== "string" && found.element === element;
};

test("an element is found again by what is lasting, told from its neighbours, and not replaced by them", () => {
  put(
    document.body,
    `<ul id="list">${["Red", "Green", "Blue"].map((word) => `<li><button class="x">${word}</button></li>`).join("")}</ul>
     <button id=":r4:" data-testid="buy" aria-label="Buy now">Buy</button><button id="a3f9c2d1e4">Other</button>`,
  );
  const buy = only(document, "[data-testid=buy]");
  const { target, matches, score, runnerUp } = recipeFor(buy, document);
  expect([matches, score]).toEqual([1, 1]);
  expect(runnerUp).toBeLessThan(0.4);
  expect(target.signals.map(({ kind, name }) => name ?? kind)).toEqual([
    "data-testid",
    "aria-label",
    "words",
    "role",
    "tag",
    "css",
  ]);
  const buttons = [...document.querySelectorAll("button")];
  expect(buttons.map(findsAgain)).toEqual(buttons.map(() => true));
  // Another text, another place: the rest still says enough. Gone: no other takes its place.
  buy.textContent = "Order";
  document.body.prepend(buy);
  expect(findTarget(document, target)).toMatchObject({ element: buy });
  const green = recipeFor(only(document, "li:nth-child(2) button"), document).target;
  only(document, "li:nth-child(2)").remove();
  expect(findTarget(document, green)).toMatch(/^no element scores/);
});

test("the way leads through shadow roots and frames, and twins are counted", async () => {
  put(document.body, `<section id="host"></section><iframe id="frame" width="200" height="80"></iframe>`);
  const shadow = only(document, "#host").attachShadow({ mode: "open" });
  put(shadow, "<button>Inside</button>");
  const frame = document.querySelector("iframe");
  const inner = frame?.contentDocument;
  if (!inner) throw new Error("the frame has no document");
  put(inner.body, `<p><a href="/next">Next page</a></p>`);
  const [inside, next] = [only(shadow, "button"), only(inner, "a")];
  expect([inside, next].map((element) => recipeFor(element, document).target.path?.map(({ into }) => into))).toEqual([
    ["shadow"],
    ["frame"],
  ]);
  expect([inside, next].map(findsAgain)).toEqual([true, true]);
  expect(pointedElements(document)).toEqual(expect.arrayContaining([inside, next]));
  const twin = document.createElement("span");
  twin.textContent = "Twin";
  document.body.append(twin, Object.assign(document.createElement("div"), { id: "other" }));
  only(document, "#other").attachShadow({ mode: "open" }).append(twin.cloneNode(true));
  expect(recipeFor(twin, document).matches).toBe(1);
});
