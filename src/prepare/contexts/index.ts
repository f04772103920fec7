import type { Span } from "../../model/span.ts";
import type { Document, Sentence } from "../document.ts";
import { aboutGroup } from "./about-group.ts";
import { aboutPerson } from "./about-person.ts";
import { aboutSelf } from "./about-self.ts";
import { aboutThing } from "./about-thing.ts";
import { aggregated } from "./aggregated.ts";
import { asked } from "./asked.ts";
import { clinical } from "./clinical.ts";
import { condemned } from "./condemned.ts";
import { consented } from "./consented.ts";
import type { Context } from "./context.ts";
import { debunked } from "./debunked.ts";
import { disclaimed } from "./disclaimed.ts";
import { foreign } from "./foreign.ts";
import { hypothetical } from "./hypothetical.ts";
import { insinuated } from "./insinuated.ts";
import { instructed } from "./instructed.ts";
import { joked } from "./joked.ts";
import { negated } from "./negated.ts";
import { praised } from "./praised.ts";
import { quoted } from "./quoted.ts";
import { reported } from "./reported.ts";
import { scareQuoted } from "./scare-quoted.ts";

/** The speech acts and settings that a rule may ask for by name. */
export const contexts = {
  "about-group": aboutGroup,
  "about-person": aboutPerson,
  "about-self": aboutSelf,
  "about-thing": aboutThing,
  aggregated,
  asked,
  clinical,
  condemned,
  consented,
  debunked,
  disclaimed,
  foreign,
  hypothetical,
  insinuated,
  instructed,
  joked,
  negated,
  praised,
  quoted,
  reported,
  "scare-quoted": scareQuoted,
} satisfies Record<string, Context>;

/** Worked out once for a sentence, and only when a rule asks. */
export function contextSpans(document: Document, sentence: Sentence, name: string): readonly Span[] {
  const context = (contexts as Record<string, Context>)[name]!;
  const known = sentence.known.get(context) as readonly Span[] | undefined;
  if (known !== undefined) return known;
  const spans = context.spans(sentence, document);
  sentence.known.set(context, spans);
  return spans;
}
