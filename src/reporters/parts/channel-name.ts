import { CHANNEL_NAMES } from "../../model/channel-names.ts";
import { visible } from "./visible.ts";

/** As its owner writes it; a channel that is not of the channel table stays as its author wrote it. */
export const channelName = (channel: string): string =>
  Object.hasOwn(CHANNEL_NAMES, channel) ? CHANNEL_NAMES[channel]! : visible(channel);
