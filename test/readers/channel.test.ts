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
])("%s is %s", (written, channel) => {
  expect(readChannel(written)).toEqual({ kind: "known", channel });
});

test.each(["Mastodon", "TBC", "", "constructor", "__proto__", "the x factor", "😀"])("%j is not known", (written) => {
  expect(readChannel(written)).toEqual({ kind: "unknown" });
});

test.each([
  ["Twitter / Facebook", ["x", "facebook"]],
  ["X, LinkedIn", ["x", "linkedin"]],
  ["Facebook and Instagram", ["facebook", "instagram"]],
])("%s names several", (written, channels) => {
  expect(readChannel(written)).toEqual({ kind: "several", channels });
});
