/** The nonce of the page's own script and style, the key of the site, and who visits. */
export type ShopPage = { readonly nonce: string; readonly key: string; readonly shopper: string };

const PRODUCTS = [
  { id: "mug", name: "Mug", price: 12 },
  { id: "lamp", name: "Lamp", price: 48 },
  { id: "rope", name: "Rope, 10 m", price: 19 },
];

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; --line: light-dark(#d8dee4, #3a424b); --quiet: light-dark(#57606a, #a5b0bb); }
body { margin: 0; background: light-dark(#fff, #14181d); color: light-dark(#1b1f24, #e8ecf0); }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .5rem 1rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.15rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; }
p { margin: 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
main { display: grid; gap: 1.25rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); }
li { border: 1px solid var(--line); border-radius: .6rem; padding: .9rem; display: grid; gap: .5rem; }
button { font: inherit; padding: .45rem .8rem; border-radius: .45rem; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
button.main { background: #1f6f5c; border-color: #1f6f5c; color: #fff; }
button:disabled { opacity: .55; cursor: default; }
button:focus-visible { outline: 2px solid #2f9c82; outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
#basket { border: 1px solid var(--line); border-radius: .6rem; padding: .9rem; display: grid; gap: .6rem; }
`;

const SCRIPT = `
window.DAP = window.DAP || function () { (DAP.q = DAP.q || []).push(arguments) };
addEventListener("DOMContentLoaded", function () {
  var data = document.body.dataset, basket = [];
  DAP("init", data.key, { url: location.origin });
  DAP("identify", data.shopper, { name: "Shopper " + data.shopper.slice(-4) });
  function say(event, properties) { DAP("track", event, properties); DAP("flush"); }
  function draw() {
    var total = basket.reduce(function (sum, price) { return sum + price }, 0);
    document.getElementById("said").textContent = basket.length === 0 ? "It is empty." : basket.length + " in it, " + total + " €";
    document.getElementById("order").disabled = basket.length === 0;
    return total;
  }
  document.getElementById("tour").addEventListener("click", function () { say("tour_asked"); });
  document.getElementById("survey").addEventListener("click", function () { say("survey_asked"); });
  document.getElementById("order").addEventListener("click", function () {
    say("ordered", { total: draw(), currency: "EUR" });
    basket = [];
    draw();
    document.getElementById("said").textContent = "Ordered. Thank you.";
  });
  document.querySelectorAll("[data-price]").forEach(function (button) {
    button.addEventListener("click", function () {
      basket.push(Number(button.dataset.price));
      say("added_to_basket", { product: button.dataset.product });
      draw();
    });
  });
  draw();
});
`;

/**
 * The demo shop as a page: plain HTML with the browser client in it, as a customer would have it. Its values are a key and
 * an id that were checked before, so nothing in them needs escaping.
 */
export function shopHtml({ nonce, key, shopper }: ShopPage): string {
  const products = PRODUCTS.map(
    ({ id, name, price }) =>
      `<li><h2>${name}</h2><p class="quiet">${price} €</p><button id="add-${id}" data-price="${price}" data-product="${id}">Add the ${id}</button></li>`,
  ).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demo shop</title>
<style nonce="${nonce}">${STYLE}</style>
<script nonce="${nonce}">${SCRIPT}</script>
<script nonce="${nonce}" async src="/sdk/sojourn.js"></script>
</head>
<body data-key="${key}" data-shopper="${shopper}">
<header><h1>Demo shop</h1><p class="quiet">Nothing is sold here.</p></header>
<main>
<p class="row"><button id="tour" class="main">Show me around</button> <button id="survey">Answer a survey</button></p>
<ul id="products" aria-label="Products">${products}</ul>
<section id="basket" aria-labelledby="basket-title">
<h2 id="basket-title">Basket</h2>
<p id="said" role="status"></p>
<p class="row"><button id="order">Order</button></p>
</section>
</main>
</body>
</html>
`;
}
