import { text } from "drizzle-orm/pg-core";

/** What happens to a message in which a variable is empty. */
export const onEmpty = () =>
  text("on_empty", { enum: ["send", "skip", "fail"] })
    .notNull()
    .default("send");
