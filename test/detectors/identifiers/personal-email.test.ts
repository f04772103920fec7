import { expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const email = identifiers["personal-email"];

test.each([
  ["jo.bloggs.example@gmail.com", "jo.bloggs.example@gmail.com"],
  ["📧 write to jbloggs77@hotmail.co.uk!", "jbloggs77@hotmail.co.uk"],
  ["“jo@icloud.com”.", "jo@icloud.com"],
  ["(Jo.Bloggs@YAHOO.co.uk)", "Jo.Bloggs@YAHOO.co.uk"],
  ["mail jo.bloggs@nhs.net, she'll know", "jo.bloggs@nhs.net"],
  ["jo.bloggs3@hee.nhs.uk", "jo.bloggs3@hee.nhs.uk"],
  ["j.smith-jones@ferndown.nhs.uk", "j.smith-jones@ferndown.nhs.uk"],
  ["mailto:r.tolland@hee.example.org", "r.tolland@hee.example.org"],
])("finds a person's address in %s", (text, address) => expect(found(email, text)).toEqual([address]));

test.each([
  "",
  "enquiries@hee.nhs.uk, info@nhs.net, recruitment@example.org, press@example.org, comms@example.org",
  "estates.appeals@example.org, pallcare.teaching@example.org, england.contactus@nhs.net",
  "hee.enquiries@nhs.net, press.office@hee.nhs.uk, leeds.recruitment-team@nhs.net",
  "oakwardchoir@gmail.com, friendsofacacia@hotmail.com, runningclub@outlook.com, info@gmail.com",
  "jo.bloggs@museum.invalid",
  "@gmail.com and me@ and jo at gmail dot com",
  "@jo.bloggs on Instagram",
  "jo@gmail.commerce.invalid",
])("passes %s", (text) => expect(found(email, text)).toEqual([]));
