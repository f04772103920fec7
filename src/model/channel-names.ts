/** The channels of the channel table as their owners write them. */
export const CHANNEL_NAMES: Readonly<Record<string, string>> = {
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
