import { expect, test } from "vitest";
import { type IdentifierName, identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

// Put together here, so that no scanner for secrets takes this file for a leak.
const amazon = `AKIA${"A1B2".repeat(4)}`;
const github = `ghp_${"a1B2c3".repeat(6)}`;
const slack = `xox${"b"}-${"1234567890"}-abcdef`;
const token = `eyJ${"hbGciOiJub25l"}.eyJ${"zdWIiOiJub2JvZHki"}.${"c2lnbmF0dXJl"}`;
const heading = `-----BEGIN RSA ${"PRIVATE"} KEY-----`;

test.each<[IdentifierName, string, string]>([
  ["secret-token", `🔑 ${amazon}!`, amazon],
  ["secret-token", `use “${github}”.`, github],
  ["secret-token", `bot: ${slack}, sorry`, slack],
  ["secret-token", `${heading}\nMIIE`, heading],
  ["secret-token", `Authorization ${token}`, token],
  ["secret-token", "api_key=9f8e7d6c5b4a39281706", "9f8e7d6c5b4a39281706"],
  ["secret-token", 'api key: "9f8e7d6c5b4a39281706"', "9f8e7d6c5b4a39281706"],
  ["private-network", "🖨️ the printer is on 192.168.0.7.", "192.168.0.7"],
  ["private-network", "“10.20.30.40” and mind the step", "10.20.30.40"],
  ["private-network", "172.31.4.5:8080", "172.31.4.5"],
  ["private-network", "see http://localhost:3000/rota", "http://localhost:3000/rota"],
  ["private-network", "file:///S:/HR/list.docx", "file:///S:/HR/list.docx"],
  ["private-network", "it's at \\\\hee-fs01\\restructure\\final.docx, shh", "\\\\hee-fs01\\restructure\\final.docx,"],
  ["private-network", "S:\\HR\\restructure.docx", "S:\\HR\\restructure.docx"],
  ["private-network", "all on the S: drive", "S: drive"],
  [
    "meeting-join",
    "🎧 https://teams.microsoft.com/l/meetup-join/19%3ameeting_x",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x",
  ],
  ["meeting-join", "(us02web.zoom.us/j/8842015539?pwd=x)", "us02web.zoom.us/j/8842015539?pwd=x"],
  ["meeting-join", "https://hee.webex.com/meet/jo", "https://hee.webex.com/meet/jo"],
  ["meeting-join", "https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"],
  ["meeting-join", "Meeting ID 884 201 5539, passcode Baobab77", "884 201 5539"],
  ["meeting-join", "Webinar ID: “”, Zoom ID: 884\u00a0201\u00a05539 pw x1y2", "884\u00a0201\u00a05539"],
])("%s is found in %s", (name, text, value) => expect(found(identifiers[name], text)).toEqual([value]));

test.each<[IdentifierName, string]>([
  ["secret-token", ""],
  ["secret-token", "AKIA is a word in a puzzle, so is ghp_ and xoxb"],
  ["secret-token", "API key findings 2024. The api key is on the intranet, honestly"],
  ["secret-token", "a bearer of good news"],
  ["secret-token", "-----BEGIN CERTIFICATE-----"],
  ["private-network", ""],
  ["private-network", "version 10.2.3, version 10.2.3.4, 172.15.0.1, 8.8.8.8, 192.169.1.1, 1.192.168.0.7"],
  ["private-network", "localhost.example.org, a local host, @localhost"],
  ["private-network", "NB: see https://example.org/a/b and TIP:/ enjoy"],
  ["private-network", "¯\\_(ツ)_/¯ and \\o/ and C:"],
  ["meeting-join", ""],
  ["meeting-join", "Register: https://zoom.us/webinar/register/WN_abc and https://us02web.zoom.us/meeting/register/x"],
  ["meeting-join", "Public webinar, webinar ID 884 201 5539"],
  ["meeting-join", "We love Zoom. https://zoom.us and https://teams.microsoft.com"],
])("%s is not found in %s", (name, text) => expect(found(identifiers[name], text)).toEqual([]));
