// Every PDF: a Typst template of ours and plain data, made beside the server's own thread; tagged, PDF/UA-1.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Plain } from '../core/canonical.ts'

/** The templates in `src/server/documents`. */
export type Template = 'portfolio'

/** What the worker is asked. */
export interface DocumentRequest {
  readonly template: Template
  readonly data: string
}

export type DocumentAnswer = { readonly pdf: Uint8Array } | { readonly fault: string }

const folder = join(import.meta.dirname, 'documents')

/** A mark for a letter that no font of the document has. PDF/UA refuses a page with such a letter. */
export const unknownLetter = '▯'

/**
 * The PDF's bytes. A letter that the fonts don't know becomes `▯`.
 * @throws Error when the template and the data don't fit: a fault of ours
 */
export async function makePdf(template: Template, data: Plain): Promise<Uint8Array> {
  const answer = await ask({ template, data: withKnownLetters(JSON.stringify(data)) })
  if ('fault' in answer) throw new Error(`documents: ${template} was not made: ${answer.fault}`)
  return answer.pdf
}

/** One worker a document: a document takes seconds at most, and a worker that ends gives all its memory back. */
function ask(request: DocumentRequest): Promise<DocumentAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'document-worker.ts'), { workerData: request })
    worker.once('message', (answer: DocumentAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('documents: the worker ended without an answer')))
  })
}

let covered: readonly (readonly [number, number])[] | undefined

/** Ranges of code points that the fonts in `documents/fonts` have, made from the fonts themselves when one changes. */
function coverage(): readonly (readonly [number, number])[] {
  covered ??= JSON.parse(readFileSync(join(folder, 'fonts', 'coverage.json'), 'utf8')) as [number, number][]
  return covered
}

function isCovered(code: number): boolean {
  return code < 32 || coverage().some(([first, last]) => first <= code && code <= last)
}

/** @example withKnownLetters('Łucja 😀') // 'Łucja ▯' */
export function withKnownLetters(text: string): string {
  return text.replace(/[^\u0020-\u007e]/gu, (letter) => (isCovered(letter.codePointAt(0) ?? 0) ? letter : unknownLetter))
}
