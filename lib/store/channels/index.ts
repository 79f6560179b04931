export {
  type ChannelRow,
  isChannelKeyTaken,
  listChannelRows,
  lockChannelRow,
  readChannel,
  readChannelKeys,
} from "./read.ts";
export { deleteChannelRow, insertChannel, insertFirstChannels, updateChannelRow } from "./write.ts";
