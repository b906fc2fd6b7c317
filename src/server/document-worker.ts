// Compiles one document in a thread of its own, so that the server goes on answering meanwhile.
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentAnswer, DocumentRequest } from './documents.ts'

const folder = join(import.meta.dirname, 'documents')

function make({ template, data }: DocumentRequest): DocumentAnswer {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] })
  const compiled = compiler.compile({ mainFilePath: join(folder, `${template}.typ`), inputs: { data } })
  const { result } = compiled
  if (result === null) return { fault: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no document') }
  try {
    return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    return { fault: String(error) }
  }
}

parentPort?.postMessage(make(workerData as DocumentRequest))
