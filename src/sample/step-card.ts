// A file in the sample's portfolio: the step card that Dawn drew for her group, uploaded as product evidence.
import sharp from 'sharp'
import { evidenceAdd } from '../centre/evidence/contract.ts'
import { uploadBegin } from '../centre/uploads/contract.ts'
import type { Calendar } from './calendar.ts'
import { college } from './cast.ts'
import { registrationLabel } from './registrations.ts'
import type { Scene, Stage } from './stage.ts'

export const fileLabel = 'file step card'

export function stepCardScenes({ at }: Calendar): Scene[] {
  return [{ at: at(4, '20:15'), play: (stage) => handIn(stage, at(4, '20:15')) }]
}

async function handIn(stage: Stage, at: Date): Promise<void> {
  const registrationId = stage.id(registrationLabel(college.dawn))
  const id = stage.id(fileLabel)
  const bytes = await drawCard()
  const name = 'step-card.png'
  const begun = { id, registrationId, name, size: bytes.byteLength, isNoRecordingOfChild: true }
  await stage.send(college.dawn, at, fileLabel, uploadBegin, begun)
  await stage.keepUpload(college.dawn, at, id, { type: 'image/png', bytes, shown: await sharp(bytes).webp({ quality: 80 }).toBuffer() })
  await stage.send(college.dawn, at, 'item step card', evidenceAdd, {
    id: stage.id('item step card'),
    registrationId,
    record: {
      method: 'PE',
      howProduced: 'Drawn after the second lesson, when three learners asked what came after folding. In use since then.',
      place: 'On the table of the fractions group; the file is beside this',
      note: '',
    },
    isOwnWork: true,
    fileIds: [id],
    title: 'Step card: finding an equal fraction',
    occurredOn: stage.calendar.day(4),
    leaves: ['2.2', '2.4'],
  })
}

/** Parts and shaded parts of the strip beside each step. */
const steps = [
  [1, 0],
  [2, 0],
  [2, 1],
  [4, 1],
  [4, 2],
] as const

/** Five strips, each one step further than the one above, with as many dots as its number. No letter is drawn: not every machine has one. */
async function drawCard(): Promise<Buffer> {
  const paper =
    '<rect width="100%" height="100%" fill="#fbf8ee"/><rect x="12" y="12" width="696" height="426" rx="18" fill="none" stroke="#14625c" stroke-width="6"/>'
  const rows = steps.map(([parts, shaded], step) => drawStep(parts, shaded, step)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="450">${paper}${rows}</svg>`
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer()
}

function drawStep(parts: number, shaded: number, step: number): string {
  const top = 40 + step * 78
  const width = 440 / parts
  const dots = Array.from({ length: step + 1 }, (_, dot) => `<circle cx="${48 + dot * 26}" cy="${top + 28}" r="9" fill="#14625c"/>`)
  const boxes = Array.from({ length: parts }, (_, part) => {
    const fill = part < shaded ? '#8fb8ff' : '#ffffff'
    return `<rect x="${220 + part * width}" y="${top}" width="${width}" height="56" fill="${fill}" stroke="#33415c" stroke-width="3"/>`
  })
  return [...dots, ...boxes].join('')
}
