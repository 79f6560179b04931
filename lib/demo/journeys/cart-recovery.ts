import type { JourneyTemplate } from "#journey/templates";
import { mail } from "./mail.ts";
import { at } from "./place.ts";

const cart = {
  contentType: "email",
  variables: {
    total: "trigger.properties.total",
    first_item: "trigger.properties.first_item",
    items: "trigger.properties.items",
  },
};

export const cartRecovery: JourneyTemplate = {
  key: "cart-recovery",
  name: "Cart recovery",
  category: "Conversion",
  description:
    "An hour after the last change to a cart it asks about it, and offers free shipping for the larger ones.",
  content: [
    mail({
      key: "cart-reminder",
      name: "Your cart",
      subject: "{{ first_item }} is still in your cart",
      heading: "Still thinking about it?",
      body: [
        "You left {{ first_item }}{% if items > 1 %} and {{ items | minus: 1 }} more{% endif %} in your cart, €{{ total }} in all. We keep it for a week.",
        "Everything ships from our workshop in two days and can be sent back within thirty.",
      ],
      button: ["Back to your cart", "/shop/cart"],
    }),
    mail({
      key: "cart-free-shipping",
      name: "Shipping is on us",
      subject: "Shipping is on us until tomorrow",
      heading: "Shipping is on us",
      body: [
        "Your cart comes to €{{ total }}. Order until tomorrow evening and we send it for free, wherever you are.",
      ],
      button: ["Order with free shipping", "/shop/cart?shipping=free"],
    }),
  ],
  nodes: [
    {
      name: "cart_filled",
      type: "TRIGGER",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.cart_updated" } },
      position: at(1, 0),
    },
    {
      name: "an_hour",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "order.placed", timeout: "1h" },
      position: at(1, 1),
    },
    { name: "reminder_email", type: "CONTENT", config: cart, content: "cart-reminder", position: at(1.5, 2) },
    {
      name: "a_day",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "order.placed", timeout: "1d" },
      position: at(1.5, 3),
    },
    {
      name: "large_cart",
      type: "CONDITION",
      config: { rules: { all: [{ field: "trigger.properties.total", op: "gte", value: 50 }] } },
      position: at(2, 4),
    },
    { name: "shipping_email", type: "CONTENT", config: cart, content: "cart-free-shipping", position: at(1.5, 5) },
    {
      name: "two_more_days",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "order.placed", timeout: "2d" },
      position: at(1.5, 6),
    },
    { name: "ordered", type: "EXIT", config: {}, position: at(0.5, 7) },
    { name: "let_go", type: "EXIT", config: {}, position: at(2, 7) },
  ],
  edges: [
    { from: "cart_filled", to: "an_hour" },
    { from: "an_hour", to: "ordered", branch: "event" },
    { from: "an_hour", to: "reminder_email", branch: "timeout" },
    { from: "reminder_email", to: "a_day" },
    { from: "a_day", to: "ordered", branch: "event" },
    { from: "a_day", to: "large_cart", branch: "timeout" },
    { from: "large_cart", to: "shipping_email", branch: "TRUE" },
    { from: "large_cart", to: "let_go", branch: "FALSE" },
    { from: "shipping_email", to: "two_more_days" },
    { from: "two_more_days", to: "ordered", branch: "event" },
    { from: "two_more_days", to: "let_go", branch: "timeout" },
  ],
  settings: { reEntry: "restart", exitConditions: [{ eventName: "app.account_closed" }] },
  goalConfig: { type: "event", config: { eventName: "order.placed" }, deadline: 7, exitOnGoal: false },
};
