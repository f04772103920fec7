import { createHash } from "node:crypto";
import { iconShapes } from "./icons.ts";
import { html, type Markup, raw } from "./markup.ts";

/** The whole document. Its policy lets nothing run and nothing load; the one style sheet is known by its hash. */
export function page(title: string, style: string, body: Markup): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${raw(hash)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${iconShapes()}
<a class="skip" href="#content">Skip to the report</a>
<div class="page">
${body}
</div>
</body>
</html>
`.markup;
}
