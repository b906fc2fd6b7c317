// A photo of work before it is kept: crop it, and say that nobody's face is in it.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { type HelpLevel, helpIcons, helpLevels, helpWords } from '../../web/ui/help.ts'
import { Loading, Notice } from '../../web/ui/Notice.tsx'
import { Cropper } from './Cropper.tsx'
import { type Crop, keptPicture, openPicture, wholePicture } from './client.ts'
import styles from './PhotoSheet.module.css'

export interface TakenPhoto {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface PhotoSheetProps {
  readonly file: Blob
  readonly onKeep: (photo: TakenPhoto, helpLevel: HelpLevel | undefined) => void
  readonly onClose: () => void
  /** Takes another one in its place. */
  readonly onAgain: () => void
  /** Shown beside it: the photo before. */
  readonly beside?: ReactNode
  /** What is asked instead of how much help it took. */
  readonly children?: ReactNode
}

export function PhotoSheet({ file, onKeep, onClose, onAgain, beside, children }: PhotoSheetProps) {
  const { t } = useLingui()
  const picture = usePicture(file)
  const [crop, setCrop] = useState(wholePicture)
  const [helpLevel, setHelpLevel] = useState<HelpLevel>()
  const [writing, setWriting] = useState<'going' | 'failed'>()
  const whole = useWholePicture(picture)
  const keep = (bitmap: ImageBitmap) => {
    setWriting('going')
    const early = whole.current
    const kept = crop === wholePicture && early?.picture === bitmap ? early.kept : keptPicture(bitmap, crop)
    kept.then(
      (photo) => {
        // Whoever keeps it may ask for something first.
        setWriting(undefined)
        onKeep(photo, helpLevel)
      },
      () => setWriting('failed'),
    )
  }
  return (
    <Dialog
      title={t`Is anyone’s face in it?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isDisabled={!(picture instanceof ImageBitmap)}
            isPending={writing === 'going'}
            onPress={() => picture instanceof ImageBitmap && keep(picture)}
          >
            <Trans>No face: keep it</Trans>
          </Button>
          <Button onPress={onAgain}>
            <Trans>Take it again</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        {beside}
        <Shown picture={writing === 'failed' ? 'unreadable' : picture} crop={crop} onCrop={setCrop} />
        {children ?? (
          <ChipGroup
            label={t`How much help? (if you like)`}
            chips={helpLevels.map((level) => ({ id: level, label: t(helpWords[level]), icon: helpIcons[level] }))}
            value={helpLevel}
            onChange={setHelpLevel}
          />
        )}
      </div>
    </Dialog>
  )
}

function Shown({
  picture,
  crop,
  onCrop,
}: {
  readonly picture: ImageBitmap | 'loading' | 'unreadable'
  readonly crop: Crop
  readonly onCrop: (crop: Crop) => void
}): ReactNode {
  if (picture === 'loading') return <Loading />
  if (picture === 'unreadable') {
    return (
      <Notice kind="bad" isLive>
        <Trans>This is no picture that can be read here. Take it again.</Trans>
      </Notice>
    )
  }
  return (
    <>
      <p>
        <Trans>Only the work belongs in the photo. Tap or drag near an edge to cut away the rest.</Trans>
      </p>
      <Cropper picture={picture} crop={crop} onCrop={onCrop} />
    </>
  )
}

/** Made small while somebody looks whether a face is in it: most photos are kept as they are. */
function useWholePicture(picture: ImageBitmap | 'loading' | 'unreadable') {
  const whole = useRef<{ picture: ImageBitmap; kept: Promise<TakenPhoto> }>(undefined)
  useEffect(() => {
    if (!(picture instanceof ImageBitmap)) return
    const kept = keptPicture(picture, wholePicture)
    // Where it fails, it is said when it is asked for.
    kept.catch(() => undefined)
    whole.current = { picture, kept }
  }, [picture])
  return whole
}

function usePicture(file: Blob): ImageBitmap | 'loading' | 'unreadable' {
  const [opened, setOpened] = useState<{ file: Blob; picture: ImageBitmap | 'unreadable' }>()
  useEffect(() => {
    let isOver = false
    let bitmap: ImageBitmap | undefined
    openPicture(file).then(
      (picture) => {
        if (isOver) return picture.close()
        bitmap = picture
        setOpened({ file, picture })
      },
      () => !isOver && setOpened({ file, picture: 'unreadable' }),
    )
    return () => {
      isOver = true
      bitmap?.close()
    }
  }, [file])
  return opened?.file === file ? opened.picture : 'loading'
}
