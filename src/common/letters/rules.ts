// Reading letters and addresses as texts, and naming what is wrong with them. Signatures are checked where keys are.
import * as z from 'zod/mini'
import { fromBase64url, textOf, toBase64url, utf8 } from '../../core/bytes.ts'
import { canonical, type Plain } from '../../core/canonical.ts'
import type { Parsed, Schema } from '../../core/contract.ts'
import { LetterBody, LetterFile, PortfolioAddress } from './contract.ts'

const addressStart = 'evident-portfolio.'

/** An address as the text that a candidate hands on: a start that tells what it is, the body, the centre's signature. */
export function addressText(body: string, signature: string): string {
  return `${addressStart}${toBase64url(utf8(body))}.${signature}`
}

/** The parts of an address text, or undefined when it is none. Spaces and line breaks from pasting don't matter. */
export function readAddress(text: string): { body: string; signature: string; address: PortfolioAddress } | undefined {
  const compact = text.replace(/\s+/g, '')
  if (!compact.startsWith(addressStart)) return undefined
  const [encoded, signature] = compact.slice(addressStart.length).split('.')
  if (encoded === undefined || signature === undefined) return undefined
  const body = decoded(encoded)
  const address = body === undefined ? undefined : parsedExactly(PortfolioAddress, body)
  return body === undefined || address === undefined ? undefined : { body, signature, address }
}

/** The letter file in a text, or undefined when the text is none. */
export function readLetterFile(text: string): LetterFile | undefined {
  return parsed(LetterFile, text)
}

/** What a letter's body says, or undefined when it is not exactly a letter: other members, another order, another spelling. */
export function readLetterBody(body: string): LetterBody | undefined {
  return parsedExactly(LetterBody, body)
}

function decoded(text: string): string | undefined {
  try {
    return textOf(fromBase64url(text))
  } catch {
    return undefined
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parsed<S extends Schema>(schema: S, text: string): Parsed<S> | undefined {
  const result = z.safeParse(schema, json(text))
  return result.success ? (result.data as Parsed<S>) : undefined
}

/** Parses, and takes only the one spelling that is signed: canonical JSON with nothing trimmed or dropped. */
function parsedExactly<S extends Schema>(schema: S, text: string): Parsed<S> | undefined {
  const value = parsed(schema, text)
  return value !== undefined && canonical(value as Plain) === text ? value : undefined
}
