import { MONTHS, WEEKDAYS } from "../../model/london.ts";
import { VERDICT_WORDS, VERDICTS } from "../parts/verdict.ts";
import { anchorOf, type Digest } from "./digest.ts";
import { icon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";
import { STOOD } from "./suppressed.ts";

/** Every month in which posts go out, each post on its day; then how many have no date. */
export function monthView(digests: readonly Digest[]): Markup {
  const undated = digests.filter(({ when }) => when === null);
  const months = groupedBy(digests, ({ when }) => when?.iso.slice(0, 7) ?? null);
  const shown = [...months].toSorted(([a], [b]) => a.localeCompare(b));
  return html`<section class="months" aria-labelledby="calendar">
<h2 id="calendar">The calendar</h2>
${shown.map(([name, posts], index) => month(name, posts, index < MONTHS_OPEN))}
${undated.length === 0 ? null : withoutDate(undated, shown.length > 0)}
</section>
`;
}

/** A year of posts starts folded after its first quarter. */
const MONTHS_OPEN = 3;
/** Posts named on a day; a fuller one counts the rest. */
const MOST_ON_A_DAY = 6;
const MOST_WITHOUT_DATE = 24;

function month(name: string, posts: readonly Digest[], open: boolean): Markup {
  const [year = 0, number = 1] = name.split("-").map(Number);
  const days = Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, index) => index + 1);
  const first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const byDay = groupedBy(posts, ({ when }) => when?.iso ?? null);
  const dateOf = (day: number) => `${name}-${String(day).padStart(2, "0")}`;
  return html`<details class="month"${open ? html` open` : null}>
<summary><h3>${MONTHS[number - 1]!} ${year}</h3> <span class="tally">${tallyOf(posts)}</span></summary>
<div class="weekdays" aria-hidden="true">${FROM_MONDAY.map((weekday) => html`<span>${weekday.slice(0, 3)}</span>`)}</div>
<ol class="days from-${first + 1}">
${days.map((day) => dayCell(dateOf(day), (first + day - 1) % 7, byDay.get(dateOf(day)) ?? []))}</ol>
</details>
`;
}

const FROM_MONDAY = [...WEEKDAYS.slice(1), WEEKDAYS[0]];

function dayCell(date: string, weekday: number, posts: readonly Digest[]): Markup {
  const classes = ["day", weekday > 4 ? "weekend" : "", posts.length === 0 ? "empty" : ""].filter(Boolean).join(" ");
  return html`<li class="${classes}"><time datetime="${date}"><span class="weekday">${FROM_MONDAY[weekday]!.slice(0, 3)} </span>${Number(date.slice(8))}</time>${
    posts.length === 0 ? null : chips(posts.toSorted(byTime), MOST_ON_A_DAY)
  }</li>
`;
}

const byTime = (a: Digest, b: Digest): number => (a.when?.time ?? "").localeCompare(b.when?.time ?? "");

/** On a full day those with findings come first, so that none of them is only counted while another is named. */
function chips(posts: readonly Digest[], most: number): Markup {
  const named = posts.length <= most ? posts : posts.toSorted(byGravity).slice(0, most - 1);
  const rest = posts.filter((post) => !named.includes(post));
  return html`<ul class="chips">${named.map(chip)}${
    rest.length === 0 ? null : html`<li class="rest">and ${rest.length} more: ${tallyOf(rest)}</li>`
  }</ul>`;
}

const byGravity = (a: Digest, b: Digest): number => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict);

function chip(digest: Digest): Markup {
  const { verdict, when, channel, place, id, file } = digest;
  const name = channel ?? id ?? (place || file);
  const said = html`${icon(verdict)}<span class="unseen">${VERDICT_WORDS[verdict]}: </span>${
    when?.time ? html`<span class="time">${when.time}</span> ` : null
  }<span class="name">${name}</span>`;
  if (verdict === "none") return html`<li class="chip none"><span>${said}</span></li>`;
  const target = verdict === "let-stand" ? STOOD : anchorOf(digest);
  return html`<li class="chip ${verdict}"><a href="#${target}">${said}</a></li>`;
}

const withoutDate = (posts: readonly Digest[], others: boolean): Markup => html`<div class="undated">
<h3>${others ? "Without a date" : "No post has a date"}</h3>
<p class="tally">${tallyOf(posts)}</p>
${chips(posts.filter(({ verdict }) => verdict !== "none").slice(0, MOST_WITHOUT_DATE), MOST_WITHOUT_DATE)}
</div>
`;

/** In order of the first of each group; a post whose key is null is in none. */
function groupedBy(posts: readonly Digest[], keyOf: (post: Digest) => string | null): ReadonlyMap<string, Digest[]> {
  const groups = new Map<string, Digest[]>();
  for (const post of posts) {
    const key = keyOf(post);
    const group = key === null ? undefined : groups.get(key);
    if (group !== undefined) group.push(post);
    else if (key !== null) groups.set(key, [post]);
  }
  return groups;
}

/** `60 posts: 4 Do not publish, 7 Check, 49 Nothing found` */
function tallyOf(posts: readonly Digest[]): string {
  const counts = VERDICTS.map((verdict) => [posts.filter((post) => post.verdict === verdict).length, verdict] as const);
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, verdict]) => `${count} ${VERDICT_WORDS[verdict].toLowerCase()}`);
  return `${posts.length} ${posts.length === 1 ? "post" : "posts"}: ${said.join(", ")}`;
}
