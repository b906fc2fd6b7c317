// `npm run bench`: each promise of speed and size beside its floor, measured in the same run; `-- --json` prints a line for each.
import { measureClassPage } from './class-page.ts'
import { measureExport } from './export.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureMatrix } from './matrix.ts'
import { measurePdf } from './pdf.ts'
import { measurePlanner } from './planner.ts'
import type { Measured } from './promise.ts'
import { measureRecord } from './record.ts'
import { measureStart } from './start.ts'
import { measureSync } from './sync.ts'
import { measureTapToPaint } from './tap-to-paint.ts'
import { closeTrust } from './trust.ts'
import { measureUpload } from './upload.ts'
import { measureYearPage } from './year-pages.ts'

const benches: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  record: measureRecord,
  'class-page': measureClassPage,
  today: () => measureYearPage('today'),
  brief: () => measureYearPage('brief'),
  'learner-page': () => measureYearPage('learner-page'),
  'handover-draft': () => measureYearPage('handover-draft'),
  sync: measureSync,
  start: measureStart,
  'first-load': measureFirstLoad,
  lighthouse: measureLighthouse,
  'tap-to-paint': measureTapToPaint,
  pdf: measurePdf,
  planner: measurePlanner,
  upload: measureUpload,
  matrix: measureMatrix,
  export: measureExport,
}

const words = process.argv.slice(2)
const isJson = words.includes('--json')
const chosen = words.filter((word) => !word.startsWith('--'))
const unknown = chosen.find((name) => benches[name] === undefined)
if (unknown !== undefined) {
  console.error(`There is no benchmark “${unknown}”. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

let isKept = true
try {
  for (const [name, measure] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    for (const measured of await measure()) {
      isKept &&= measured.ok
      console.log(isJson ? JSON.stringify(measured) : inWords(measured))
    }
  }
} finally {
  await closeTrust()
}
process.exitCode = isKept ? 0 : 1

function inWords({ promise, value, floor, ratio, limit, ok }: Measured): string {
  return `${ok ? 'kept  ' : 'BROKEN'}  ${promise}: ${value}, floor ${floor}, ratio ${ratio}, limit ${limit}`
}
