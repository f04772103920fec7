import type Ical from "ical.js";
import { firstOf } from "../model/listing.ts";
import type { Source, Stretch } from "../model/post.ts";
import { readChannel } from "./channel.ts";
import { descriptionStretches, type EventPlace, eventPlaces, hasEndlessParameters } from "./ics/events.ts";
import { DateRead } from "./meta.ts";
import { readMoment } from "./moment.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noPostIn, noteAt, onLine, placeAt, problemAt, quoted } from "./readings.ts";
import { splitLines } from "./utf8.ts";
import { wholeText } from "./whole-text.ts";

type Component = InstanceType<typeof Ical.Component>;
type Event = InstanceType<typeof Ical.Event>;
type Time = InstanceType<typeof Ical.Time>;

/**
 * Calendars of events: the description is the copy, or else the title; the start is when it goes out. A title and a place beside a
 * description are looked at too. Alarms are not copy.
 */
export const ics: Reader = async function* (source, settings) {
  const file = source.name;
  const text = await wholeText(source);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  const { default: ical } = await import("ical.js");
  const lines = splitLines(text);
  const places = eventPlaces(lines);
  const opened = hasEndlessParameters(lines) ? ENDLESS_PARAMETERS : open(ical, text);
  if (typeof opened === "string") {
    yield problemAt(placeAt(file, 1), opened);
    return;
  }
  const cut = places.find(({ isWhole }) => !isWhole);
  if (cut !== undefined) yield problemAt(placeAt(file, cut.line), CUT_SHORT);
  yield* readEvents(ical, opened, places, file, postsOf(settings, { unknownWords: "note" }));
};

const ENDLESS_PARAMETERS =
  "A line of this calendar has far more parameters than any calendar needs, so the file was not read. Export it again and check that.";

const CUT_SHORT = "This event has no end, so the file may be cut short. Export the calendar again and check that.";

/** The calendars in the file; a sentence where it is none. */
function open(ical: typeof Ical, text: string): readonly Component[] | string {
  try {
    const parsed = ical.parse(text) as unknown[];
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((one) => new ical.Component(one as never));
    if (calendars.some(({ name }) => name !== "vcalendar")) return NO_CALENDAR;
    calendars.forEach(dropNamelessZones);
    return calendars;
  } catch {
    return NO_CALENDAR;
  }
}

const NO_CALENDAR =
  "This is no calendar that can be read: it should begin with BEGIN:VCALENDAR and end with END:VCALENDAR. Export it again as .ics and check that.";

/**
 * ical.js finds a time zone among those of the calendar that uses it, and throws where one of them has no name. None is registered
 * with it, as it would keep that one for the files that follow.
 */
function dropNamelessZones(calendar: Component): void {
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    if (!zone.hasProperty("tzid")) calendar.removeSubcomponent(zone);
}

function* readEvents(
  ical: typeof Ical,
  calendars: readonly Component[],
  places: readonly EventPlace[],
  file: string,
  read: ReturnType<typeof postsOf>,
): Generator<Reading> {
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  const withoutWords: Place[] = [];
  const titlesOnly: Place[] = [];
  const cancelled: Place[] = [];
  const repeated: Place[] = [];
  const strangeZones = new Set<string>();
  for (const [index, component] of events.entries()) {
    const event = new ical.Event(component);
    const place = places[index];
    for (const line of place?.otherDescriptions ?? []) yield problemAt(placeAt(file, line), SECOND_DESCRIPTION);
    const copy = copyOf(event);
    if (copy === null) {
      withoutWords.push(place);
      continue;
    }
    if (copy.property === "SUMMARY") titlesOnly.push(place);
    if (/^cancelled$/iu.test(textIn(component, "status").trim())) cancelled.push(place);
    if (!hasReadableStart(event)) {
      component.removeAllProperties("dtstart");
      yield problemAt(placeAt(file, place?.lines.get("DTSTART") ?? place?.line ?? null), UNREADABLE_START);
    }
    if (event.isRecurring()) repeated.push(place);
    const zone = strangeZone(component);
    if (zone !== null) strangeZones.add(zone);
    yield* read(draftOf(component, event, copy, place, index, file));
  }
  const here = placeAt(file, null);
  yield* otherEntries(calendars, here);
  if (events.length === 0) yield noPostIn(file);
  yield* noteOn(withoutWords, file, (events) => `${events} neither a description nor a title, so no copy yet`);
  yield* noteOn(titlesOnly, file, (events) => `${events} no description: the title was checked as the copy`);
  yield* noteOn(cancelled, file, (events) => `${events} the status CANCELLED: the copy was checked all the same`);
  yield* noteOn(repeated, file, (events) => `${events} further dates: only the first was looked at`);
  for (const zone of strangeZones) {
    yield noteAt(
      here,
      `The time zone ${quoted(zone)} is not described in the calendar that uses it: its times were read as London's`,
    );
  }
}

const SECOND_DESCRIPTION =
  "This event has a second description, which calendars do not allow and which was not checked. Put all copy into one.";

const UNREADABLE_START =
  "The start of this event is no date that can be read. Write it as DTSTART:20261130T090000; the copy was checked without it.";

/** ical.js looks at a date, and at the zone that it names, only when asked for them, and then throws. */
function hasReadableStart(event: Event): boolean {
  try {
    event.startDate?.toUnixTime();
    return true;
  } catch {
    return false;
  }
}

/** Tasks and journals have descriptions too, which nobody publishes. */
function* otherEntries(calendars: readonly Component[], here: Source): Generator<Reading> {
  for (const [name, called] of [
    ["vtodo", "task"],
    ["vjournal", "journal entry"],
  ] as const) {
    const entries = calendars.flatMap((calendar) => calendar.getAllSubcomponents(name)).length;
    if (entries === 0) continue;
    const subject = entries === 1 ? `1 ${called} was` : `${entries} ${called.replace(/y$/u, "ie")}s were`;
    yield noteAt(here, `${subject} not read: only events are posts`);
  }
}

type Place = EventPlace | undefined;

/** One note on all events of which the same is to be said; `say` is handed `This event has` or `2 events (lines 4, 10) have`. */
function* noteOn(places: readonly Place[], file: string, say: (events: string) => string): Generator<Reading> {
  const lines = places.flatMap((place) => (place === undefined ? [] : [place.line]));
  const named = lines.length === places.length ? ` (lines ${firstOf(lines.map(String))})` : "";
  if (places.length === 1) yield noteAt(placeAt(file, lines[0] ?? null), say("This event has"));
  else if (places.length > 1) yield noteAt(placeAt(file, null), say(`${places.length} events${named} have`));
}

interface EventCopy {
  readonly text: string;
  readonly property: "DESCRIPTION" | "SUMMARY";
}

/** The words of an event. Whoever plans in a calendar may write the post into its title. */
function copyOf({ description, summary }: Event): EventCopy | null {
  if ((description ?? "").trim() !== "") return { text: description, property: "DESCRIPTION" };
  return (summary ?? "").trim() === "" ? null : { text: summary, property: "SUMMARY" };
}

function textIn(component: Component, property: string): string {
  const value = component.getFirstPropertyValue(property);
  return value === null || value === undefined ? "" : String(value);
}

/** The name of a zone that the file uses and does not describe; London's needs no description. */
function strangeZone(component: Component): string | null {
  const start = component.getFirstProperty("dtstart");
  const zone = start?.getParameter("tzid");
  const isKnown = (start?.getFirstValue() as Time | null)?.zone?.tzid !== "floating";
  return typeof zone !== "string" || isKnown || /london/iu.test(zone) ? null : zone;
}

/** Words for a place. Outlook puts the link of a meeting there, which nobody publishes. */
const placeIn = (location: string | undefined): string | undefined =>
  location === undefined || /^\s*https?:\S+\s*$/iu.test(location) ? undefined : location;

function draftOf(
  component: Component,
  event: Event,
  copy: EventCopy,
  place: Place,
  index: number,
  file: string,
): Draft {
  const text = (name: string): string | undefined => textIn(component, name) || undefined;
  const named = channelOf(component);
  const status = text("status")?.toLowerCase();
  const link = text("url");
  const uid = text("uid");
  const lineOf = (property: string): number | null => place?.lines.get(property) ?? place?.line ?? null;
  const source = placeAt(file, lineOf(copy.property));
  const title = copy.property === "SUMMARY" ? undefined : text("summary");
  const location = named?.property === "LOCATION" ? undefined : placeIn(text("location"));
  const stretches: Readonly<Record<string, readonly Stretch[]>> = {
    text:
      place && copy.property === "DESCRIPTION"
        ? descriptionStretches(place.description, copy.text)
        : onLine(source.line),
    title: onLine(lineOf("SUMMARY")),
    location: onLine(lineOf("LOCATION")),
  };
  return {
    fields: {
      ...(uid !== undefined && { id: uid }),
      text: copy.text,
      ...(title !== undefined && { title }),
      ...(event.startDate && { publish_at: startOf(event.startDate) }),
      ...(named !== null && { channel: named.channel }),
      ...(status !== undefined && { status }),
      ...(link !== undefined && { link }),
    },
    derivedId: `event-${index + 1}`,
    source,
    wayBack: (path) => stretches[path],
    ...(location !== undefined && { beside: { location } }),
    ...(place && { lines: linesOf(place, named) }),
  };
}

/** A time with a zone is an instant; one without is London's. */
function startOf(start: Time): DateRead {
  const written = start.toString().replace("T", " ");
  const isFloating = start.isDate || start.zone.tzid === "floating";
  if (isFloating) return new DateRead(readMoment(written));
  const at = start.toUnixTime() * 1000;
  return new DateRead({ kind: "moment", moment: { at, written }, weekday: null, isYearInferred: false });
}

interface NamedChannel {
  readonly channel: string;
  /** In capitals. */
  readonly property: string;
}

/** Where a category or the place of an event is the name of one channel. */
function channelOf(component: Component): NamedChannel | null {
  for (const property of ["CATEGORIES", "LOCATION"]) {
    const values = component.getAllProperties(property.toLowerCase()).flatMap((one) => one.getValues() as unknown[]);
    for (const words of values) {
      const reading = typeof words === "string" ? readChannel(words) : null;
      if (reading?.kind === "known") return { channel: reading.channel, property };
    }
  }
  return null;
}

function linesOf({ lines }: EventPlace, named: NamedChannel | null): Readonly<Record<string, number>> {
  const properties = { publish_at: "DTSTART", channel: named?.property, status: "STATUS", link: "URL" };
  return Object.fromEntries(
    Object.entries(properties).flatMap(([field, property]) => {
      const line = property === undefined ? undefined : lines.get(property);
      return line === undefined ? [] : [[field, line]];
    }),
  );
}
