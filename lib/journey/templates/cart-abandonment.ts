import { letter } from "./email.ts";
import { at } from "./place.ts";
import type { JourneyTemplate } from "./template.ts";

export const cartAbandonment: JourneyTemplate = {
  key: "cart-abandonment",
  name: "Cart abandonment",
  category: "Conversion",
  description:
    "Waits an hour for the order, reminds of what is in the cart, and adds an offer for large carts a day later.",
  content: [
    letter({
      key: "cart-waiting",
      name: "Your cart is waiting",
      subject: "You left something behind",
      lines: ["Your cart is still there, just as you left it."],
      action: { label: "Back to your cart", path: "/cart" },
    }),
    letter({
      key: "cart-free-shipping",
      name: "Free shipping",
      subject: "Shipping is on us until tomorrow",
      lines: ["Still thinking it over? Until tomorrow we send your order for free."],
      action: { label: "Order with free shipping", path: "/cart?offer=shipping" },
    }),
  ],
  nodes: [
    {
      name: "added_to_cart",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.cart_updated" } },
      position: at(0, 0),
    },
    {
      name: "an_hour_to_order",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "order.placed", timeout: "1h" },
      position: at(0, 1),
    },
    {
      name: "reminder_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "cart-waiting",
      position: at(0.5, 2),
    },
    {
      name: "a_day_to_order",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "order.placed", timeout: "1d" },
      position: at(0.5, 3),
    },
    {
      name: "large_cart",
      type: "CONDITION",
      config: { expression: "has(trigger.properties.total) && double(trigger.properties.total) >= 50.0" },
      position: at(1, 4),
    },
    {
      name: "free_shipping_email",
      type: "CONTENT",
      config: { contentType: "email" },
      content: "cart-free-shipping",
      position: at(0.5, 5),
    },
    { name: "ordered", type: "EXIT", config: {}, position: at(-0.5, 6) },
    { name: "let_go", type: "EXIT", config: {}, position: at(1, 6) },
  ],
  edges: [
    { from: "added_to_cart", to: "an_hour_to_order" },
    { from: "an_hour_to_order", to: "ordered", branch: "event" },
    { from: "an_hour_to_order", to: "reminder_email", branch: "timeout" },
    { from: "reminder_email", to: "a_day_to_order" },
    { from: "a_day_to_order", to: "ordered", branch: "event" },
    { from: "a_day_to_order", to: "large_cart", branch: "timeout" },
    { from: "large_cart", to: "free_shipping_email", branch: "TRUE" },
    { from: "large_cart", to: "let_go", branch: "FALSE" },
    { from: "free_shipping_email", to: "let_go" },
  ],
  settings: { reEntry: "restart", maxDuration: "7d" },
  goalConfig: { type: "event", config: { eventName: "order.placed" }, deadline: 7 },
};
