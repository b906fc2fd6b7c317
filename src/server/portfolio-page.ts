// The page in a portfolio's ZIP: one HTML file that opens from a folder without a network, runs nothing and asks for nothing.
import type { PortfolioDocument } from '../centre/portfolios/contract.ts'
import type { Block, Section } from '../centre/sections/contract.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as words: nothing that a person wrote can become a part of the page. */
function words(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark)
}

/** The whole page. Links lead to files beside it, by the paths that the manifest knows. */
export function portfolioPage(portfolio: PortfolioDocument): string {
  const { title, candidate, centre, outcomes, linkedUnits, evidence, methodKey, planning, decisions } = portfolio
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'">
<title>${words(title)}, ${words(candidate.name)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${words(title)}</h1>
${facts(portfolio.head)}
<p class="standing">${words(portfolio.standing)}</p>
<p class="soft">${words(portfolio.wording)}</p>
${outcomes.map(outcome).join('\n')}
${linkedUnits.length === 0 ? '' : `<h2>Evidence may be combined with</h2>\n${list(linkedUnits.map(({ number, title: unit }) => `Unit ${number}: ${unit}`))}`}
<h2>Assessed evidence</h2>
${
  evidence.length === 0
    ? '<p>There is no evidence yet.</p>'
    : table(
        ['Evidence reference', 'Evidence title', 'Assessment method', 'Date'],
        evidence.map((item) => [
          `<a href="#${words(item.reference)}">${words(item.reference)}</a>`,
          words(item.title),
          words(item.method),
          words(item.date),
        ]),
      )
}
<p>${methodKey.map(({ code, name }) => `<b>${words(code)}</b> ${words(name)}`).join(' · ')}</p>
${planning.length === 0 ? '' : `<h2>Notes and planning</h2>\n${planning.map((part) => section(part, 3)).join('\n')}`}
${signOff(portfolio)}
${decisions.length === 0 ? '' : `<h2>Decisions</h2>\n${decided(portfolio)}`}
${evidence.map(item).join('\n')}
</main>
<footer>${words(centre)}. “manifest.json” names every file here with its SHA-256; “evident portfolio verify” checks them and the signatures.</footer>
</body>
</html>
`
}

function outcome({ number, label, leaves }: PortfolioDocument['outcomes'][number]): string {
  const rows = leaves.map((leaf) => [
    words(leaf.code),
    `${leaf.group === null ? '' : `<span class="soft">${words(leaf.group)}:</span> `}${words(leaf.label)}${leaf.wording === null ? '' : `<br><small>${words(leaf.wording)}</small>`}`,
    `<span class="box">${leaf.references.length === 0 ? 'none yet' : leaf.references.map((one) => `<a href="#${words(one)}">${words(one)}</a>`).join(', ')}</span>`,
    words(leaf.state),
  ])
  return `<h2>Outcome ${number}: ${words(label)}</h2>\n${table(['Criterion', 'What is shown', 'Evidence reference', 'Met'], rows)}`
}

function signOff({ signOff: { statement, signatures, notes } }: PortfolioDocument): string {
  const rows = signatures.map(({ role, sense, name, at, hash }) => [
    `<b>${words(role)}</b><br>${words(sense)}${hash === null ? '' : `<br><small>SHA-256 ${words(hash)}</small>`}`,
    words(name),
    words(at),
  ])
  return `<h2>Unit sign-off</h2>\n<p>${words(statement)}</p>\n${table(['What is signed', 'Name', 'Signed'], rows)}\n${notes.map(block).join('\n')}`
}

function decided({ decisions }: PortfolioDocument): string {
  return table(
    ['Criterion', 'Half', 'Decision', 'By', 'Date'],
    decisions.map(({ leaf, half, outcome: said, words: why, references, by, on }) => [
      words(leaf),
      words(half),
      `${words(said)}${why === '' ? '' : `<br>${words(why)}`}${references.length === 0 ? '' : `<br><small>On ${words(references.join(', '))}</small>`}`,
      words(by),
      words(on),
    ]),
  )
}

function item({ reference, title, facts: said, sections, files }: PortfolioDocument['evidence'][number]): string {
  const rows = files.map((file) => [
    `<a href="${words(file.path)}">${words(file.path)}</a><br><small>SHA-256 ${words(file.sha256)}</small>`,
    words(file.type),
    `${Math.max(1, Math.round(file.size / 1000)).toLocaleString('en-GB')} kB`,
  ])
  return `<section class="item">
<h2 id="${words(reference)}">${words(reference)} ${words(title)}</h2>
${facts(said)}
${sections.map((part) => section(part, 3)).join('\n')}
${rows.length === 0 ? '' : `<h3>Files</h3>\n${table(['File', 'Kind', 'Size'], rows)}`}
</section>`
}

function section({ title, blocks }: Section, level: 3 | 4): string {
  return `<h${level}>${words(title)}</h${level}>\n${blocks.map(block).join('\n')}`
}

function block(part: Block): string {
  if (part.kind === 'facts') return facts(part.facts)
  if (part.kind === 'list') return list(part.items)
  if (part.kind === 'table')
    return table(
      part.head,
      part.rows.map((row) => row.map(words)),
    )
  return part.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${words(line)}</p>`)
    .join('\n')
}

function facts(all: readonly { readonly name: string; readonly value: string }[]): string {
  return `<dl>${all.map(({ name, value }) => `<div><dt>${words(name)}</dt><dd>${words(value)}</dd></div>`).join('')}</dl>`
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((one) => `<li>${words(one)}</li>`).join('')}</ul>`
}

/** Cells are HTML already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const top = head.map((cell) => `<th scope="col">${words(cell)}</th>`).join('')
  return `<table><thead><tr>${top}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`
}

const style = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #14213d; background: #fff }
main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.8rem; line-height: 1.2 } h2 { font-size: 1.3rem; margin-top: 2.5rem } h3 { font-size: 1.05rem }
dl div { display: flex; gap: .5rem; flex-wrap: wrap } dt { color: #4a5878 } dt::after { content: ':' } dd { margin: 0; overflow-wrap: anywhere }
.soft, small, footer { color: #4a5878 } small { overflow-wrap: anywhere }
.standing { background: #e4e7ee; padding: .75rem 1rem; border-radius: .25rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 } th, td { border: 1px solid #8d97ad; padding: .4rem .5rem; text-align: left; vertical-align: top }
.box { display: inline-block; background: #e4e7ee; padding: .1rem .4rem }
a { color: #1f3fbf } a:focus-visible { outline: 3px solid #1f3fbf; outline-offset: 2px }
@media print { .item { break-before: page } a { color: inherit; text-decoration: none } }
`
