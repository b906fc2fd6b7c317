// The files of an item: pictures, sound and film in the page, a PDF in the browser's own viewer, everything else to download.
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { useDays } from '../../web/days.ts'
import { useMember } from '../../web/member.ts'
import { Button, TextLink } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { addressOf } from './client.ts'
import type { PortfolioFile } from './contract.ts'
import styles from './FileList.module.css'
import { showingOf, sizeWords, timeWords } from './rules.ts'

interface FileListProps {
  readonly files: readonly PortfolioFile[]
  /** Seconds of the first recording, each with what is talked about: a tap plays from there. */
  readonly timeIndex: readonly { readonly at: number; readonly point: string }[]
}

export function FileList({ files, timeIndex }: FileListProps) {
  const first = files.find(({ type, state }) => state === 'kept' && ['sound', 'film'].includes(showingOf(type)))
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.id}>
          {file.state === 'kept' ? <Shown file={file} timeIndex={file === first ? timeIndex : []} /> : <PutAside file={file} />}
        </li>
      ))}
    </ul>
  )
}

function Shown({ file, timeIndex }: { readonly file: PortfolioFile; readonly timeIndex: FileListProps['timeIndex'] }) {
  const { organisationId } = useMember()
  const address = addressOf(organisationId, file.id)
  const showing = showingOf(file.type)
  return (
    <figure className={styles.file}>
      {showing === 'picture' && <img src={address} alt={file.name} loading="lazy" />}
      {(showing === 'sound' || showing === 'film') && <Player file={file} address={address} timeIndex={timeIndex} />}
      <figcaption>
        {showing === 'pdf' && (
          <>
            <TextLink href={address} target="_blank">
              <Trans>Open {file.name}</Trans>
            </TextLink>{' '}
          </>
        )}
        <a href={addressOf(organisationId, file.id, 'download')} download={file.name}>
          <Trans>Download {file.name}</Trans>
        </a>
        <span className={styles.soft}> {sizeWords(file.size)}</span>
      </figcaption>
    </figure>
  )
}

interface PlayerProps {
  readonly file: PortfolioFile
  readonly address: string
  readonly timeIndex: FileListProps['timeIndex']
}

function Player({ file, address, timeIndex }: PlayerProps) {
  const { t } = useLingui()
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  function playFrom(at: number) {
    if (player.current === null) return
    player.current.currentTime = at
    void player.current.play().catch(() => undefined)
  }
  return (
    <>
      {showingOf(file.type) === 'sound' ? (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a discussion has no captions; its time index and summary stand beside it
        <audio ref={player} src={address} controls preload="metadata" aria-label={file.name} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: what a candidate uploads has no captions; the record says what it shows
        <video ref={player} src={address} controls preload="metadata" aria-label={file.name} />
      )}
      {timeIndex.length > 0 && (
        <ol className={styles.index}>
          {timeIndex.map(({ at, point }) => (
            <li key={`${at} ${point}`}>
              <Button size="small" onPress={() => playFrom(at)} aria-label={t`Play from ${timeWords(at)}: ${point}`}>
                {timeWords(at)}
              </Button>{' '}
              {point}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function PutAside({ file }: { readonly file: PortfolioFile }) {
  const days = useDays()
  const { byName, at, reason } = file.act ?? { byName: '', at: '', reason: '' }
  return (
    <Notice kind="warn" title={file.state === 'purged' ? <Trans>A file was purged</Trans> : <Trans>A file was put aside</Trans>}>
      <p>
        <Trans>
          {byName}, {days.moment(at)}: {reason}
        </Trans>
      </p>
      <p className={styles.hash}>SHA-256 {file.hash}</p>
    </Notice>
  )
}
