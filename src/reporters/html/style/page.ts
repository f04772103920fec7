/** The page: type, masthead, figures, remarks, foot. */
export const pageStyle = `
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); font-variant-numeric: lining-nums; overflow-wrap: break-word;
}
.page { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4rem }
h1, h2, h3, h4, p, dl, dd, ol, ul, blockquote, table, figure { margin: 0; padding: 0 }
ol, ul { list-style: none }
h1, h2 { font-family: var(--serif); font-weight: 500; line-height: 1.15; text-wrap: balance }
h2 { font-size: 1.7rem; letter-spacing: -0.008em }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em }
a:hover { text-decoration-thickness: 0.12em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px }
main:focus { outline: none }
code { font: 0.85em var(--mono); overflow-wrap: anywhere }
.soft { color: var(--soft) }
.shapes { position: absolute }
.unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.6rem 1rem; background: var(--card); z-index: 1 }
.skip:focus { top: 0.5rem }

.icon { width: 1em; height: 1em; flex: none; vertical-align: -0.12em; margin-inline-end: 0.45em }
.icon .solid, .solid { fill: currentColor }
.sign { fill: none; stroke: var(--sign); stroke-width: 1.8; stroke-linecap: square }
.line { fill: none; stroke: currentColor; stroke-width: 1.6 }
.icon.error { color: var(--error) }
.icon.warning { color: var(--warning) }
.icon.suggestion { color: var(--suggestion) }
.icon.let-stand, .icon.none { color: var(--none) }

.masthead { padding: clamp(2.25rem, 7vw, 5rem) 0 1.5rem; border-bottom: 2px solid var(--ink) }
.eyebrow { font-size: 0.82rem; letter-spacing: 0.06em; text-transform: uppercase; color: var(--soft) }
h1 { margin-top: 0.75rem; font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -0.018em }
h1 .source { font-style: italic; overflow-wrap: anywhere }
.span { margin-top: 0.9rem; color: var(--soft) }

main > section { margin-top: clamp(2.5rem, 6vw, 4.25rem) }
main > .figures { margin-top: 1.75rem }
.lead { font: 1.3rem/1.45 var(--serif); max-width: 44em; text-wrap: pretty }
.figures dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr)); gap: 0 1.5rem; margin-top: 1.75rem;
  border-block: 1px solid var(--line) }
.figure { padding: 0.9rem 0 0.8rem; display: flex; flex-direction: column }
.figure dt { font-size: 0.9rem; font-weight: 600 }
.figure dd { font: 2.4rem/1.1 var(--serif); margin-top: 0.3rem; font-variant-numeric: tabular-nums lining-nums }
.figure dd span { font: 0.9rem var(--sans); color: var(--soft) }
.figure.error dt { color: var(--error) }
.figure.warning dt { color: var(--warning) }
.figure.suggestion dt { color: var(--suggestion) }
.figure.let-stand dt, .figure.none dt { color: var(--none) }

.remarks { padding: 1.1rem 1.4rem 1.2rem; border: 1px solid var(--line); border-inline-start-width: 4px; background: var(--card) }
.remarks.problems { border-inline-start-color: var(--error) }
.remarks + .remarks { margin-top: 1rem }
.remarks h2 { font: 600 1rem/1.4 var(--sans) }
.problems h2 { color: var(--error) }
.remarks ul { max-width: 62em }
.remarks li { margin-top: 0.4rem; padding-inline-start: 1.1em; position: relative; overflow-wrap: anywhere }
.remarks li::before { content: "–"; position: absolute; inset-inline-start: 0; color: var(--soft) }
.remarks .option { white-space: nowrap }
.remarks.notes { font-size: 0.94rem }

summary { cursor: pointer; min-height: 1.5rem }
summary h2, summary h3 { display: inline }
details > summary::marker { color: var(--soft) }

.foot { margin-top: 5rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); font-size: 0.92rem }
.foot h2 { font-size: 1.3rem }
.foot dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1.2rem 2.5rem; margin-top: 1.1rem }
.foot dt { font-weight: 600 }
.foot dd { color: var(--soft); margin-top: 0.1rem; overflow-wrap: anywhere }
.scroll { overflow-x: auto; margin-top: 1rem }
.stood table { border-collapse: collapse; width: 100%; font-size: 0.92rem }
.stood th, .stood td { text-align: start; vertical-align: top; padding: 0.45rem 1rem 0.45rem 0; border-top: 1px solid var(--hair) }
`;
