import { type Candidate, findAny, findWith, onlyWhere } from "./candidates.ts";
import { after, before } from "./context.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/** Since 2001. No letters I and Q, and Z only among the last three. */
const CURRENT = /(?<![\p{L}\p{N}_/-])[A-HJ-PR-Y]{2}\d{2}[ \u00A0]?[A-HJ-PR-Z]{3}(?![\p{L}\p{N}_])/gu;
/** 1963 to 2001, the year's letter last or first; Northern Ireland. Shapes that many codes share. */
const OLDER =
  /(?<![\p{L}\p{N}_/-])(?:[A-HJ-NPR-TV-Y]\d{1,3}[ \u00A0]?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}[ \u00A0]?\d{1,3}[A-HJ-NPR-TV-Y]|[A-Z]{1,2}Z[ \u00A0]?\d{1,4})(?![\p{L}\p{N}_])/gu;

export const vehicleRegistration: IdentifierKind = {
  describe:
    "A vehicle registration beside a word such as reg, number plate, car or parked; older shapes only right behind reg or plate.",
  needs: "digit",
  find: findAny(
    onlyWhere(/[A-Z]{2}\d{2}/, () => findWith(CURRENT, (candidate) => (isOfVehicle(candidate) ? SHOWS : null))),
    onlyWhere(/plate|reg/i, () => findWith(OLDER, (candidate) => (PLATE.test(before(candidate, 30)) ? SHOWS : null))),
  ),
};

const SHOWS = "a vehicle registration";

const isOfVehicle = (candidate: Candidate): boolean =>
  VEHICLE.test(before(candidate, 80)) || VEHICLE.test(after(candidate, 60));

const PLATE =
  /\b(?:(?:number ?|reg(?:istration)? ?)?plates?|reg(?:istration)?(?: no\.?| number)?|registered)(?:\s*(?:is|was|reads|[:=(-])){0,2}\s*["']?$/i;
const VEHICLE =
  /\b(?:reg|registration|plates?|number ?plates?|cars?|vans?|vehicle|motor|motorbike|parked|parking|parks|drives|drove|driving|driver|blocking|blocked|space|bay|lift|audi|bmw|corsa|fiesta|focus|golf|polo|mini|mercedes|merc|astra|clio|micra|kia|tesla|range rover|land rover|jaguar|volvo|toyota|nissan|skoda|honda|hyundai|peugeot|porsche|vauxhall|ford)\b/i;
