// Takes a photo of the work of those picked, where their families allow it.
import { Trans } from '@lingui/react/macro'
import { type ReactNode, useRef, useState } from 'react'
import type { Id } from '../../../core/ids.ts'
import type { ShownDay } from '../../../school/observations/client.ts'
import { expectPhotoSheet } from './lazy-parts.ts'
import { useNameList } from './useActs.ts'

export interface PhotoTaking {
  /** Taken, and not kept yet. */
  readonly file: File | undefined
  /** Why there is no photo of the work of those picked. */
  readonly refusal: ReactNode
  /** Opens the camera. */
  readonly open: () => void
  readonly close: () => void
  /** To be rendered somewhere; it shows nothing. */
  readonly input: ReactNode
}

export function usePhoto(picked: readonly Id[], { learners }: Pick<ShownDay, 'learners'>): PhotoTaking {
  const nameList = useNameList(learners)
  const [file, setFile] = useState<File>()
  const input = useRef<HTMLInputElement>(null)
  const names = nameList(picked.filter((id) => learners.get(id)?.isPhotoAllowed !== true))
  const refusal =
    picked.length === 0 ? (
      <Trans>Tap whose work it is, then Photo.</Trans>
    ) : names !== '' ? (
      <Trans>No photo of {names}’s work: the family has not agreed to photos of work.</Trans>
    ) : undefined
  return {
    file,
    refusal,
    open: () => {
      input.current?.click()
      expectPhotoSheet()
    },
    close: () => setFile(undefined),
    input: (
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ currentTarget }) => {
          setFile(currentTarget.files?.[0])
          // The same picture may be chosen again.
          currentTarget.value = ''
        }}
      />
    ),
  }
}
