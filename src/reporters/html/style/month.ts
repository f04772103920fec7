/** A month: a grid of weeks where there is room, a list of the days with posts where there is not. */
export const monthStyle = `
.month { margin-top: 1.4rem }
.month + .month { margin-top: 2rem }
.month h3, .undated h3 { font: 600 1.05rem/1.4 var(--sans) }
.tally { color: var(--soft); font-size: 0.92rem }
.month .tally { margin-inline-start: 0.6rem }
.weekdays, .days { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)) }
.weekdays { margin-top: 0.9rem; font-size: 0.8rem; color: var(--soft) }
.weekdays span { padding: 0.25rem 0.4rem }
.days { border-top: 1px solid var(--line) }
.from-2 > :first-child { grid-column-start: 2 }
.from-3 > :first-child { grid-column-start: 3 }
.from-4 > :first-child { grid-column-start: 4 }
.from-5 > :first-child { grid-column-start: 5 }
.from-6 > :first-child { grid-column-start: 6 }
.from-7 > :first-child { grid-column-start: 7 }
.day { min-height: 5.6rem; padding: 0.35rem 0.25rem 0.6rem; border-bottom: 1px solid var(--line); border-inline-start: 1px solid var(--hair) }
.day.weekend { background: var(--none-ground) }
.day time { display: block; padding-inline-start: 0.1rem; font: 1rem/1.3 var(--serif); font-variant-numeric: lining-nums }
.day.empty time { color: var(--soft) }
.weekday { display: none }
.chips { margin-top: 0.3rem; display: grid; gap: 3px; font-size: 0.78rem; line-height: 1.25 }
.chip > * { display: flex; align-items: baseline; min-height: 1.6rem; padding: 0.22rem 0.15rem 0.22rem 0.35rem; border-inline-start: 3px solid; color: inherit; text-decoration: none }
.chip .icon { align-self: center; margin-inline-end: 0.3em; width: 0.95em; height: 0.95em }
.chip .time { margin-inline-end: 0.3em; letter-spacing: -0.02em; font-variant-numeric: tabular-nums }
.chip .name { min-width: 0; overflow-wrap: anywhere }
.chip a:hover .name, .chip a:focus .name { text-decoration: underline }
.chip.error > * { background: var(--error-ground); color: var(--error); font-weight: 600 }
.chip.warning > * { background: var(--warning-ground); color: var(--warning); border-inline-start-style: double }
.chip.suggestion > * { background: var(--suggestion-ground); color: var(--suggestion); border-inline-start-style: dotted }
.chip.let-stand > * { color: var(--none); border-inline-start-style: dashed }
.chip.none > * { color: var(--none); border-color: transparent }
.chips .rest { padding: 0.2rem 0.4rem; color: var(--soft) }
.undated { margin-top: 2rem }
.undated .chips { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); margin-top: 0.7rem }
@media screen and (max-width: 68rem) {
  .chip .time { display: none }
  .day { padding-inline: 0.15rem }
  .chips { font-size: 0.74rem }
  .chip > * { padding-inline: 0.25rem 0.1rem }
}
@media screen and (max-width: 47rem) {
  .month .tally { display: block; margin: 0.2rem 0 0 }
  .weekdays { display: none }
  .days { display: block; margin-top: 0.8rem }
  .day { min-height: 0; display: grid; grid-template-columns: 4.5rem 1fr; border-inline-start: 0; padding: 0.5rem 0 }
  .day.weekend { background: none }
  .day.empty { display: none }
  .day time { padding-top: 0.2rem }
  .weekday { display: inline }
  .chips { margin-top: 0; font-size: 0.9rem }
  .chip > * { padding-inline: 0.35rem 0.15rem }
  .chip .time { display: inline }
}
`;
