/** The tables with bars: the name and its bar in one cell, the numbers in columns. */
export const barStyle = `
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 2rem 3.5rem; margin-top: 1.3rem; align-items: start }
.bars table { border-collapse: collapse; width: 100%; font-size: 0.94rem }
.bars caption { text-align: start; font-weight: 600; padding-bottom: 0.4rem }
.bars thead th { font-size: 0.78rem; font-weight: 400; line-height: 1.2; color: var(--soft); vertical-align: bottom; padding: 0 0 0.4rem 0.5rem; text-align: end; min-width: 3.1rem }
.bars thead th:first-child { text-align: start; padding-inline-start: 0 }
.bars thead .icon { display: block; margin: 0 0 0.25rem auto; font-size: 0.95rem }
.bars tbody th { text-align: start; font-weight: 400; line-height: 1.35; padding: 0.55rem 0 0.6rem; width: 99% }
.bars tbody tr { border-top: 1px solid var(--hair) }
.bars td { text-align: end; font-variant-numeric: tabular-nums lining-nums; padding: 0.55rem 0 0 0.5rem; vertical-align: top }
.bars .nil { color: var(--soft) }
.bar { display: block; width: 100%; height: 7px; margin-top: 0.35rem; background: var(--hair) }
.bar rect.error { fill: var(--error-fill) }
.bar rect.warning { fill: var(--warning-fill) }
.bar rect.suggestion { fill: var(--suggestion-fill) }
.bar rect.let-stand { fill: var(--none) }
.bar rect.none { fill: var(--none-fill) }
@media screen and (max-width: 30rem) {
  .bars thead .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .bars thead th, .bars td { min-width: 1.9rem }
}
`;
