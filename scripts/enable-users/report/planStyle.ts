/** The report on a screen in light and dark, on a phone, and on paper. */
export const STYLE = `
:root { --text: #181818; --quiet: #555; --page: #fff; --line: #c9c9c9; --used: #8a8a8a; --good: #0b7a3b; --calm: #0a5dc2; --bad: #ba0517; }
@media screen and (prefers-color-scheme: dark) {
  :root { --text: #eee; --quiet: #b5b9c0; --page: #16181c; --line: #50545c; --used: #8f959e; --good: #45c172; --calm: #6ea8ff; --bad: #ff7a70; }
}
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; }
.lead, footer { color: var(--quiet); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th[scope=row] { width: 14rem; font-weight: 600; }
.count { width: 5rem; text-align: end; font-variant-numeric: tabular-nums; }
.wide { width: 18rem; }
.bar { display: flex; height: 1.25rem; min-width: 6rem; border: 1px solid var(--line); }
.bar span { min-width: 2px; }
.bar span, .key span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.used { background: var(--used); } .enable, .reactivate { background: var(--good); }
.already, .skip { background: var(--calm); } .blocked { background: var(--bad); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0; padding: 0; list-style: none; }
.key span { display: inline-block; width: .9em; height: .9em; margin-inline-end: .35rem; }
.code { white-space: nowrap; }
#find { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; margin: .75rem 0; }
#find input, #find select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--used); border-radius: .25rem; padding: .35rem .5rem; }
#rows td:nth-child(5) { white-space: nowrap; font-weight: 600; }
#rows td:last-child { width: 40%; }
#rows button { all: unset; cursor: pointer; font-weight: 700; }
#rows button:focus-visible { outline: 2px solid var(--calm); outline-offset: 2px; }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
tr[data-outcome=blocked] td:nth-child(5) { color: var(--bad); }
tr[data-outcome=enable] td:nth-child(5), tr[data-outcome=reactivate] td:nth-child(5) { color: var(--good); }
@media screen and (max-width: 48rem) {
  main { padding: 1rem; }
  h1 { font-size: 1.6rem; }
  th[scope=row] { width: auto; } .wide { width: auto; } .bar { min-width: 4rem; }
  #find label, #find input { width: 100%; box-sizing: border-box; }
  #rows thead { display: flex; flex-wrap: wrap; gap: .25rem 1rem; } #rows thead tr { display: contents; }
  #rows thead th { border: 0; padding: .25rem 0; }
  #rows tbody tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  #rows td, #rows td:last-child { display: grid; grid-template-columns: 6rem 1fr; width: auto; padding: .1rem 0; border: 0; }
  #rows td::before { content: attr(data-label); color: var(--quiet); font-weight: 400; }
  #rows td:empty { display: none; }
}
@media screen and (max-width: 30rem) {
  .code { display: none; }
}
@media print {
  @page { margin: 1.5cm; }
  body { font-size: 10pt; } main { max-width: none; padding: 0; }
  #find { display: none; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; }
}
`;
