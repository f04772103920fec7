/** On A4: the overview, then the posts on a fresh page; no finding, week or row is broken over two pages where it fits on one. */
export const printStyle = `
@page { size: A4; margin: 17mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #515b67 } }
@media print {
  body { font-size: 9.5pt; background: none; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  .page { max-width: none; padding: 0 }
  .skip, .filter, .shown { display: none }
  .masthead { padding-top: 0 }
  h1 { font-size: 28pt }
  h2 { font-size: 16pt }
  h2, h3, h4, .level, .citation, summary, caption, thead { break-after: avoid }
  main > section { margin-top: 9mm }
  .lead { font-size: 13pt }
  .figures dl { grid-template-columns: repeat(4, 1fr) }
  .remarks, .day, .bars tr, .copy, .post header, .verdict { break-inside: avoid }
  .finding { break-inside: avoid }
  .day { min-height: 19mm; padding: 1mm }
  .days, .weekdays { break-before: avoid }
  .chips { font-size: 7.5pt }
  .chip > * { min-height: 0; padding: 0.4mm 1mm }
  .pair { grid-template-columns: 1fr 1fr; gap: 8mm }
  .posts { break-before: page; margin-top: 0 !important }
  .list { display: block }
  .post { grid-template-columns: 38mm minmax(0, 1fr); gap: 0 7mm; padding: 6mm 0 7mm }
  .copy { font-size: 10.5pt; padding: 3mm 4mm }
  .post, .finding { display: grid }
  .finding { display: block }
  .finding:target { background: none; box-shadow: none }
  .foot { break-inside: avoid; margin-top: 12mm }
  a { color: inherit; text-decoration: none }
}
`;
