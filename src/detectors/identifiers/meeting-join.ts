import { type Candidate, findAny, findWith, onlyWhere } from "./candidates.ts";
import { around } from "./context.ts";
import { GAP } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/** Links that let whoever holds them into a meeting. The registration page of a public webinar is another matter. */
const JOIN_LINK =
  /(?:https?:\/\/)?(?<![a-z0-9.@-])(?:teams\.microsoft\.com\/(?:l\/meetup-join|meet)\/|teams\.live\.com\/meet\/|(?:[a-z0-9-]{1,40}\.){0,2}zoom\.(?:us|com)\/(?:j|w|my|s)\/|(?:[a-z0-9-]{1,40}\.){0,2}webex\.com\/(?:meet\/|join\/|[a-z0-9-]{1,60}\/j\.php)|meet\.google\.com\/(?=[a-z]{3}-[a-z]{4}-[a-z]{3})|(?:www\.)?gotomeet\.me\/|meet\.goto\.com\/|(?:app|global)\.gotomeeting\.com\/(?:join\/|\?)|bluejeans\.com\/(?=\d)|meet\.lync\.com\/|whereby\.com\/)[^\s"'<>)\]]{1,400}/gi;

const MEETING_ID = new RegExp(
  String.raw`\b(?:meeting|webinar|conference|zoom|teams|webex)(?: meeting)? ?(?:id|number|no\b\.?|code)(?:\s*(?:is|was|[:=#(-])){0,2}\s*(?<value>\d(?:${GAP}?\d){8,14})(?!${GAP}?\d)`,
  "giu",
);

export const meetingJoin: IdentifierKind = {
  describe:
    "The way into an online meeting: a Teams, Zoom, Webex or Meet join link, or a meeting ID with its passcode. Registration pages of public webinars pass.",
  needs: "any",
  find: onlyWhere(/meet|teams|zoom|webex|bluejeans|whereby|webinar|conference/i, () =>
    findAny(
      findWith(JOIN_LINK, () => "a link that lets anyone join a meeting"),
      findWith(MEETING_ID, (candidate) => (hasPasscode(candidate) ? "a meeting ID with its passcode" : null)),
    ),
  ),
};

const hasPasscode = ({ text, start, end }: Candidate): boolean =>
  /\b(?:pass ?code|pass ?word|pw|pin)\b/i.test(text.slice(Math.max(0, start - 120), end + 120)) &&
  !/\bregister\b/i.test(around({ text, start, end, written: "" }));
