// Photos of work on screen: asked with our headers, shown from memory, and let go with the page.
import { useEffect, useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import type { Id } from '../../core/ids.ts'
import { askPhoto } from '../../web/api.ts'
import { device } from '../../web/device.ts'

export type Photo =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly address: string }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** The photo as an address of this page alone. */
export function usePhoto(id: Id): Photo {
  const [photo, setPhoto] = useState<Photo>({ state: 'loading' })
  useEffect(() => {
    let address: string | undefined
    let isOver = false
    void load(id).then((loaded) => {
      if (isOver) return
      if ('refusal' in loaded) return setPhoto({ state: 'failed', refusal: loaded.refusal })
      address = URL.createObjectURL(loaded.blob)
      setPhoto({ state: 'here', address })
    })
    return () => {
      isOver = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [id])
  return photo
}

async function load(id: Id): Promise<{ readonly blob: Blob } | { readonly refusal: Refusal }> {
  const { access, answers } = device()
  const unlocked = await access.person()
  if (unlocked === undefined) return { refusal: { code: 'signed_out' } }
  const { organisationId, personId } = unlocked
  const reply = await answers.noticed({ organisationId, personId }, await askPhoto({ organisationId, personId }, id))
  return 'output' in reply ? { blob: reply.output } : reply
}
