import { visible } from "./visible.ts";

/** As its owner writes it; a channel that is not of the channel table stays as its author wrote it. */
export const channelName = (channel: string): string => NAMES[channel] ?? visible(channel);

const NAMES: Readonly<Record<string, string>> = {
  x: "X",
  bluesky: "Bluesky",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  tiktok: "TikTok",
  youtube: "YouTube",
  snapchat: "Snapchat",
  pinterest: "Pinterest",
  tumblr: "Tumblr",
  flickr: "Flickr",
  blog: "Blog",
  email: "Email",
  messaging: "Messaging",
};
