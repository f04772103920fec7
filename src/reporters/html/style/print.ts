/** On A4: the overview, then the posts on a fresh page; no finding, week or row is broken over two pages where it fits on one. */
export const printStyle = `
@page { size: A4; margin: 17mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #515b67 } }
@media print {
  html { font-size: 9.4pt }
  body { background: none; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  .page { max-width: none; padding: 0 }
  .skip, .filter, .shown { display: none }
  .masthead { padding-top: 0 }
  h2, h3, h4, .level, .citation, summary, caption, thead { break-after: avoid }
  main > section { margin-top: 8mm }
  .month, .bars { break-inside: avoid }
  summary { list-style: none }
  summary::-webkit-details-marker { display: none }
  .figures dl { grid-template-columns: none; grid-auto-columns: 1fr; grid-auto-flow: column }
  .remarks, .day, .bars tr, .copy, .post header, .verdict { break-inside: avoid }
  .finding { break-inside: avoid }
  details:not([open]) > summary::after { content: "(folded on the screen, so not printed)"; margin-inline-start: 0.5em; font: 0.88rem var(--sans); color: var(--soft) }
  details:not([open]) > summary > h2 { display: inline }
  .day { min-height: 13mm; padding: 0.6mm 1mm }
  .bars tbody th { padding: 0.8mm 0 1mm }
  .bars td { padding-top: 0.8mm }
  .days, .weekdays { break-before: avoid }
  .chip .time { display: none }
  .chips { gap: 0.4mm; margin-top: 0.4mm; font-size: 7pt }
  .chip > * { min-height: 0; padding: 0.2mm 1mm }
  .pair { grid-template-columns: 1fr 1fr; gap: 8mm }
  .posts { break-before: page }
  main > .posts { margin-top: 0 }
  .list { display: block }
  .post { grid-template-columns: 36mm minmax(0, 1fr); gap: 0 7mm; padding: 5.5mm 0 6mm }
  .copy { padding: 3mm 4mm }
  .copy, .findings { max-width: none }
  .finding:target { background: none; box-shadow: none }
  .foot { break-inside: avoid; margin-top: 12mm }
  a { color: inherit; text-decoration: none }
}
`;
