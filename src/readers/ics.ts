import type Ical from "ical.js";
import type { Source } from "../model/post.ts";
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

/** Calendars of events: the description is the copy, the start is when it goes out. A summary and alarms are not copy. */
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
  let withoutCopy = 0;
  let repeated = 0;
  const strangeZones = new Set<string>();
  for (const [index, component] of events.entries()) {
    const event = new ical.Event(component);
    const place = places[index];
    for (const line of place?.otherDescriptions ?? []) yield problemAt(placeAt(file, line), SECOND_DESCRIPTION);
    if ((event.description ?? "").trim() === "") {
      withoutCopy += 1;
      continue;
    }
    if (!hasReadableStart(event)) {
      component.removeAllProperties("dtstart");
      yield problemAt(placeAt(file, place?.lines.get("DTSTART") ?? place?.line ?? null), UNREADABLE_START);
    }
    if (event.isRecurring()) repeated += 1;
    const zone = strangeZone(component);
    if (zone !== null) strangeZones.add(zone);
    yield* read(draftOf(component, event, place, index, file));
  }
  const here = placeAt(file, null);
  yield* otherEntries(calendars, here);
  if (events.length === 0) yield noPostIn(file);
  if (withoutCopy > 0) yield noteAt(here, `${count(withoutCopy)} no description, so no copy yet`);
  if (repeated > 0) yield noteAt(here, `${count(repeated)} further dates: only the first was looked at`);
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
  "The start of this event is no date that can be read. Write it as DTSTART:20261130T090000; the description was checked without it.";

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

const count = (events: number): string => (events === 1 ? "1 event has" : `${events} events have`);

/** The name of a zone that the file uses and does not describe; London's needs no description. */
function strangeZone(component: Component): string | null {
  const start = component.getFirstProperty("dtstart");
  const zone = start?.getParameter("tzid");
  const isKnown = (start?.getFirstValue() as Time | null)?.zone?.tzid !== "floating";
  return typeof zone !== "string" || isKnown || /london/iu.test(zone) ? null : zone;
}

function draftOf(
  component: Component,
  event: Event,
  place: EventPlace | undefined,
  index: number,
  file: string,
): Draft {
  const copy = event.description;
  const text = (name: string): string | undefined => {
    const value = component.getFirstPropertyValue(name);
    return value === null || value === undefined ? undefined : String(value);
  };
  const named = channelOf(component);
  const status = text("status")?.toLowerCase();
  const link = text("url");
  const uid = text("uid");
  const source = placeAt(file, place?.lines.get("DESCRIPTION") ?? place?.line ?? null);
  return {
    fields: {
      ...(uid !== undefined && { id: uid }),
      text: copy,
      ...(event.startDate && { publish_at: startOf(event.startDate) }),
      ...(named !== null && { channel: named.channel }),
      ...(status !== undefined && { status }),
      ...(link !== undefined && { link }),
    },
    derivedId: `event-${index + 1}`,
    source,
    wayBack: (path) => (path === "text" && place ? descriptionStretches(place.description, copy) : onLine(source.line)),
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
