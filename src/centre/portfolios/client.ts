// Portfolios on screen: out as PDF or as a file, in as a file, and what came in.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errors, type Refusal } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { type Asked, useAsked } from '../../web/asking.ts'
import { useActor } from '../../web/member.ts'
import { BringingAnswer, BringingFault, type BroughtPortfolio, portfolioBrought } from './contract.ts'

/** Where a unit lies to be loaded by the browser itself, as it is too large for a page's memory. */
export function usePortfolioAddress(registrationId: Id) {
  const { organisationId } = useActor()
  const place = `/api/portfolios/${organisationId}/${registrationId}`
  return { pdf: `${place}/pdf`, zip: `${place}/zip` }
}

export function useBroughtAddress() {
  const { organisationId } = useActor()
  const place = (id: Id) => `/api/brought-portfolios/${organisationId}/${id}`
  return { zip: (id: Id) => `${place(id)}/zip`, page: (id: Id) => `${place(id)}/read/` }
}

export function useBrought(): Asked<readonly BroughtPortfolio[]> {
  return useAsked(portfolioBrought, {})
}

export type Bringing =
  | { readonly state: 'idle' | 'sending' }
  | { readonly state: 'taken'; readonly fingerprint: string }
  | { readonly state: 'faulty'; readonly faults: readonly string[] }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** Hands a file in: the server reads it from its first byte to its last before it keeps any of it. */
export function useBringing() {
  const { organisationId } = useActor()
  const queries = useQueryClient()
  const [bringing, setBringing] = useState<Bringing>({ state: 'idle' })
  const bring = async (file: File, candidateId: Id | null) => {
    setBringing({ state: 'sending' })
    setBringing(await send(`/api/portfolios/${organisationId}${candidateId === null ? '' : `?candidate=${candidateId}`}`, file))
    await queries.invalidateQueries()
  }
  return { bringing, bring, forget: () => setBringing({ state: 'idle' }) }
}

async function send(address: string, file: File): Promise<Bringing> {
  try {
    const response = await fetch(address, { method: 'POST', body: file, headers: { 'content-type': 'application/zip' } })
    const body: unknown = await response.json()
    if (!response.ok) return { state: 'failed', refusal: refusalOf(body) }
    const { output } = BringingAnswer.parse(body)
    return 'faults' in output ? { state: 'faulty', faults: output.faults } : { state: 'taken', fingerprint: output.fingerprint }
  } catch {
    return { state: 'failed', refusal: { code: 'unavailable' } }
  }
}

function refusalOf(body: unknown): Refusal {
  const read = BringingFault.safeParse(body)
  if (!read.success || !(read.data.error.code in errors)) return { code: 'unavailable' }
  return read.data.error as Refusal
}
