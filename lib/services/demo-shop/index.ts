/** The demo shop: a page of this installation with the browser client in it, and the journey that it leads through. */
export { getDemoShop } from "./get-demo-shop.ts";
export { DemoShop } from "./schema.ts";
export { setUpDemoShop } from "./set-up-demo-shop.ts";
