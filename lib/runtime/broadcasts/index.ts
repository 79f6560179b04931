export { settleBroadcasts } from "./settle-broadcasts.ts";
