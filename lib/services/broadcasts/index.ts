export { previewBroadcast } from "./audience.ts";
export { createBroadcast } from "./create-broadcast.ts";
export { getBroadcast } from "./get-broadcast.ts";
export { listBroadcasts } from "./list-broadcasts.ts";
export {
  Broadcast,
  BroadcastDetail,
  BroadcastPreview,
  BroadcastPreviewInput,
  BroadcastQuery,
  NewBroadcast,
} from "./schema.ts";
export { stopBroadcast } from "./stop-broadcast.ts";
