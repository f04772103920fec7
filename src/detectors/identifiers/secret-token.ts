import { findAny, findWith, onlyWhere } from "./candidates.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const AWS_KEY = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9])/g;
const GITHUB_TOKEN =
  /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})(?![A-Za-z0-9_])/g;
const SLACK_TOKEN = /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,250}(?![A-Za-z0-9])/g;
/** The body may be missing or long; the heading is enough. */
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const JSON_WEB_TOKEN = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,1000}/g;
const NAMED_KEY =
  /\b(?:api[_ -]?(?:key|token|secret)|access[_ -]?(?:key|token)|client[_ -]?secret|secret[_ -]?key|auth[_ -]?token|bearer)\b["']?(?:\s*(?:is|[:=]))?\s{0,3}["']?(?<value>(?=[A-Za-z_-]{0,60}\d)(?=[\d_-]{0,60}[A-Za-z])[A-Za-z0-9_./+=-]{16,200})/gi;

export const secretToken: IdentifierKind = {
  describe:
    "A key that a computer accepts: tokens of Amazon (AKIA…), GitHub (ghp_…) and Slack (xoxb-…), a private key, a JSON web token, or a long value behind api_key and its like.",
  needs: "any",
  find: onlyWhere(/AKIA|ASIA|gh[pousr]_|github_pat_|xox|PRIVATE KEY|eyJ|key|token|secret|bearer/i, () =>
    findAny(
      findWith(AWS_KEY, () => "an Amazon Web Services key"),
      findWith(GITHUB_TOKEN, () => "a GitHub token"),
      findWith(SLACK_TOKEN, () => "a Slack token"),
      findWith(PRIVATE_KEY, () => "a private key"),
      findWith(JSON_WEB_TOKEN, () => "a JSON web token"),
      findWith(NAMED_KEY, () => "an access key"),
    ),
  ),
};
