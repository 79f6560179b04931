import { text } from "drizzle-orm/pg-core";

/** What becomes of a message of which a variable is empty. */
export const onEmpty = () =>
  text("on_empty", { enum: ["send", "skip", "fail"] })
    .notNull()
    .default("send");
