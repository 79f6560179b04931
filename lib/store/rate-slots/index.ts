export { forgetRates, type Slots, takeSlots } from "./slots.ts";
