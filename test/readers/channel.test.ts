import { expect, test } from "vitest";
import { readChannel } from "../../src/readers/channel.ts";

test.each([
  ["X", "x"],
  ["Twitter", "x"],
  ["Twitter – Health Careers", "x"],
  ["Health Careers Twitter", "x"],
  ["X (formerly Twitter)", "x"],
  ["x.com", "x"],
  ["Insta", "instagram"],
  ["Instagram story", "instagram"],
  ["LinkedIn (corporate)", "linkedin"],
  ["Linked In", "linkedin"],
  ["FB", "facebook"],
  ["Facebook Messenger", "messaging"],
  ["You Tube", "youtube"],
  ["e-mail", "email"],
  ["WhatsApp", "messaging"],
  ["BLUESKY", "bluesky"],
  ["threads", "threads"],
  ["LinkedIn, corporate page", "linkedin"],
  ["X - main", "x"],
])("%s is %s", (written, channel) => {
  expect(readChannel(written)).toEqual({ kind: "known", channel, unknown: [] });
});

test.each(["Mastodon", "TBC", "", "constructor", "__proto__", "the x factor", "😀"])("%j is not known", (written) => {
  expect(readChannel(written)).toEqual({ kind: "unknown" });
});

test.each([
  ["Twitter / Facebook", ["x", "facebook"]],
  ["X, LinkedIn", ["x", "linkedin"]],
  ["Facebook and Instagram", ["facebook", "instagram"]],
  ["X (careers, staff) + LinkedIn [corporate]", ["x", "linkedin"]],
  ["Twitter – Health Careers, Facebook: events", ["x", "facebook"]],
  ["X, Facebook, Mastodon", ["x", "facebook"], ["Mastodon"]],
  ["Mastodon / X (staff) and LinkedIn + The Intranet", ["x", "linkedin"], ["Mastodon", "The Intranet"]],
  ["X, , LinkedIn & 2", ["x", "linkedin"]],
  ["LinkedIn\nX", ["linkedin", "x"]],
  ["- LinkedIn\r\n- X – staff\r\n- Mastodon", ["linkedin", "x"], ["Mastodon"]],
  ["LinkedIn X", ["linkedin", "x"]],
  ["FB IG X", ["facebook", "instagram", "x"]],
  ["LI; TW", ["linkedin", "x"]],
] as const)("%s names several", (written, channels, unknown: readonly string[] = []) => {
  expect(readChannel(written)).toEqual({ kind: "several", channels, unknown });
});

test.each([
  ["Facebook, Mastodon", "facebook", ["Mastodon"]],
  ["The Intranet / X", "x", ["The Intranet"]],
])("%s names one beside an unknown one", (written, channel, unknown) => {
  expect(readChannel(written)).toEqual({ kind: "known", channel, unknown });
});
