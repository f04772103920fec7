/** A post: its details in the margin, its copy as it would be read, its findings below. */
export const postStyle = `
.post { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 2.5rem; padding: 2rem 0 2.25rem; border-top: 1px solid var(--line) }
.list > .post:first-child { border-top: 0 }
.post:target { display: grid !important }
.verdict { display: flex; align-items: center; width: fit-content; padding: 0.2rem 0.7rem 0.2rem 0.55rem; font-size: 0.9rem; font-weight: 600; border: 1px solid }
.verdict.error { background: var(--error); border-color: var(--error); color: var(--sign) }
.verdict.error .icon { color: var(--sign) }
.verdict.error .sign { stroke: var(--error) }
.verdict.error .icon { --sign: var(--error); color: var(--card) }
.verdict.warning { background: var(--warning-ground); color: var(--warning) }
.verdict.suggestion { background: var(--suggestion-ground); color: var(--suggestion) }
.post h3 { margin-top: 0.85rem; font: 500 1.25rem/1.25 var(--serif); overflow-wrap: anywhere }
.post .place { color: var(--soft); font-size: 0.88rem; overflow-wrap: anywhere }
.post header dl { margin-top: 0.8rem; font-size: 0.88rem; line-height: 1.4 }
.post header dl div + div { margin-top: 0.45rem }
.post header dt { color: var(--soft) }
.post header dd { overflow-wrap: anywhere }
.copy { padding: 1.1rem 1.3rem 1.15rem; background: var(--card); border: 1px solid var(--line); font: 1.12rem/1.6 var(--serif), "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem }
.field { margin: 0.9rem 0 0.25rem; font-size: 0.85rem; color: var(--soft) }
mark { color: inherit; padding: 0.05em 0; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.22em; text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone }
mark.error { background: var(--error-mark); text-decoration-color: var(--error) }
mark.warning { background: var(--warning-mark); text-decoration-color: var(--warning); text-decoration-style: dashed }
mark.suggestion { background: none; text-decoration-color: var(--suggestion); text-decoration-style: dotted }
sup { font: 600 0.68rem/1 var(--sans); vertical-align: 0.55em; margin-inline-start: 0.06em }
sup a { padding: 0.35em 0.12em; text-decoration: none }
sup a:hover { text-decoration: underline }
.findings { max-width: 46rem }
.finding { padding: 1.15rem 0 0; margin-top: 1.15rem; border-top: 1px solid var(--hair) }
.body > .findings > .finding:first-child { border-top: 0; margin-top: 0 }
.finding:target { background: linear-gradient(var(--none-ground), var(--none-ground)); box-shadow: 0 0 0 0.6rem var(--none-ground) }
.level { display: flex; align-items: center; font-size: 0.86rem; font-weight: 600 }
.error > .level { color: var(--error) }
.warning > .level { color: var(--warning) }
.suggestion > .level { color: var(--suggestion) }
.number { display: inline-grid; place-content: center; min-width: 1.5em; height: 1.5em; margin-inline-end: 0.6em; border: 1px solid currentColor; border-radius: 1em; font-variant-numeric: tabular-nums }
.finding h4 { margin-top: 0.3rem; font: 600 1.08rem/1.35 var(--sans); text-wrap: balance }
.finding h4 .clause { margin-inline-end: 0.2em }
.citation { color: var(--soft); font-size: 0.88rem; line-height: 1.45 }
.finding dl { margin-top: 0.6rem }
.finding dl div { display: grid; grid-template-columns: 6.2rem minmax(0, 1fr); gap: 0 0.75rem }
.finding dl div + div { margin-top: 0.35rem }
.finding dt { color: var(--soft); font-size: 0.92rem; line-height: 1.68 }
.finding dd { text-wrap: pretty }
.facts li span { color: var(--soft) }
.facts li span::before { content: "– " }
.rule { margin-top: 0.5rem; font-size: 0.82rem; color: var(--soft); overflow-wrap: anywhere }
.mild { margin-top: 1.2rem; max-width: 46rem }
.mild > summary { font-weight: 600; color: var(--suggestion); font-size: 0.92rem }
.improvable .post:first-of-type { margin-top: 1rem }
@media screen and (max-width: 50rem) {
  .post { grid-template-columns: minmax(0, 1fr); gap: 1rem }
  .post header dl { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem }
  .post header dl div + div { margin-top: 0 }
  .finding dl div { grid-template-columns: minmax(0, 1fr) }
  .finding dt { line-height: 1.4 }
  .copy { padding: 0.85rem 1rem 0.9rem; font-size: 1.06rem }
}
`;
