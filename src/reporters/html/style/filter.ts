/** The filter, and how many posts it leaves. The rules that hide posts are made with the report. */
export const filterStyle = `
.filter { margin-top: 1.1rem; padding: 1rem 0 0.9rem; border-block: 1px solid var(--line); display: grid; gap: 0.7rem }
.filter fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: grid; grid-template-columns: 5.5rem 1fr; align-items: baseline }
.filter legend { float: left; padding: 0; font-size: 0.9rem; color: var(--soft) }
.choices { display: flex; flex-wrap: wrap; gap: 0.35rem; max-height: 9.5rem; overflow-y: auto; padding: 4px }
.choice { position: relative; display: inline-block; cursor: pointer; max-width: 100% }
.choice input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: inherit }
.choice input + span { display: block; padding: 0.2rem 0.7rem; min-height: 1.8rem; font-size: 0.88rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card) }
.choice:hover input + span { border-color: var(--accent) }
.choice input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--paper) }
.choice input:checked + span::before { content: "✓ " }
.choice input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px }
@media (forced-colors: active) { .choice input:checked + span { outline: 2px solid } }
.choice input:not(:checked) + span .more { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.reset button { font: inherit; font-size: 0.88rem; color: var(--accent); background: none; border: 0; padding: 0.25rem 0; min-height: 1.6rem; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer }
.list { counter-reset: shown; display: flex; flex-direction: column }
.list > .post { counter-increment: shown }
.shown { order: -1; margin-top: 1rem; color: var(--soft); font-size: 0.92rem }
.shown::after { content: counter(shown) " of " attr(data-of) " shown" }
@media screen and (max-width: 44rem) {
  .filter fieldset { grid-template-columns: 1fr; gap: 0.2rem }
  .choices { padding-inline: 0 }
}
`;
