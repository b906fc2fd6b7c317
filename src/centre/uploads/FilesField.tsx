// The files of an item: each with the declaration that no child is recorded, its progress, a way to cancel and to try again.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useSendGuard } from '../../web/asking.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CheckboxField } from '../../web/ui/Field.tsx'
import { FileField } from '../../web/ui/FileField.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { forgetUpload, sendPortfolioFile, uploadReasons } from './client.ts'
import type { ArrivingFile, PortfolioFile } from './contract.ts'
import styles from './FilesField.module.css'
import { sizeWords } from './rules.ts'

interface FilesFieldProps {
  readonly registrationId: Id
  readonly files: readonly PortfolioFile[]
  /** Begun and not whole yet; after a reload the same file goes on where it was. */
  readonly arriving: readonly ArrivingFile[]
  readonly onChange: (files: PortfolioFile[], arriving: ArrivingFile[]) => void
}

interface Running {
  readonly file: File
  readonly controller: AbortController
  readonly sent: number
  readonly isWaiting: boolean
  readonly problem: string | undefined
}

export function FilesField({ registrationId, files, arriving, onChange }: FilesFieldProps) {
  const { t } = useLingui()
  const [isDeclared, setIsDeclared] = useState(false)
  const { running, begin, cancel } = useRunning({ registrationId, files, arriving, onChange })
  function choose(file: File) {
    const left = arriving.find(({ id, name, size }) => name === file.name && size === file.size && running.get(id) === undefined)
    begin(left?.id ?? newId(), file, isDeclared || left !== undefined)
    setIsDeclared(false)
  }
  return (
    <fieldset className={styles.files}>
      <legend>
        <Trans>Files</Trans>
      </legend>
      {files.map((file) => (
        <p key={file.id} className={styles.file}>
          <span>
            {file.name}, {sizeWords(file.size)}
          </span>
          <Button
            size="small"
            kind="quiet"
            onPress={() =>
              onChange(
                files.filter(({ id }) => id !== file.id),
                [...arriving],
              )
            }
          >
            {t`Take out ${file.name}`}
          </Button>
        </p>
      ))}
      {arriving.map((one) => (
        <Arriving
          key={one.id}
          one={one}
          running={running.get(one.id)}
          onCancel={() => cancel(one.id)}
          onAgain={(file) => begin(one.id, file, true)}
        />
      ))}
      <CheckboxField
        name="isNoRecordingOfChild"
        label={<Trans>No child can be seen or heard in the file that I add next, and no learner is named in it.</Trans>}
        isChecked={isDeclared}
        onChange={setIsDeclared}
      />
      <FileField label={<Trans>Add a file</Trans>} isDisabled={!isDeclared && arriving.length === 0} isReadAtOnce onChoose={choose} />
      <p className={styles.soft}>
        <Trans>
          Documents, pictures, sound and film up to 500 MB. What says where a picture, sound or film was made is taken out of it.
        </Trans>{' '}
        <Trans>
          A document, or sound in the Ogg format, stays as it is inside: whose name its program wrote into it, comments, and changes that it
          remembers. Take out what nobody should read before you add it.
        </Trans>
      </p>
    </fieldset>
  )
}

/** What is on its way in this page. A ref holds the newest lists: several files may end at once. */
function useRunning({ registrationId, files, arriving, onChange }: FilesFieldProps) {
  const words = useRefusalWords(uploadReasons)
  const [running, setRunning] = useState<ReadonlyMap<Id, Running>>(new Map())
  const lists = useRef({ files, arriving })
  lists.current = { files, arriving }
  const guard = useSendGuard()
  const put = (id: Id, part: Partial<Running>) =>
    setRunning((before) => {
      const one = before.get(id)
      return one === undefined ? before : new Map(before).set(id, { ...one, ...part })
    })
  const all = useRef(running)
  all.current = running
  useEffect(
    () => () => {
      for (const { controller } of all.current.values()) controller.abort()
    },
    [],
  )
  async function send(id: Id, file: File, isNoRecordingOfChild: boolean, controller: AbortController) {
    const doubt = await guard?.({ name: file.name })
    if (controller.signal.aborted) return
    if (doubt !== undefined) return put(id, { problem: words(doubt) })
    const onProgress = (sent: number, isWaiting: boolean) => put(id, sent < 0 ? { isWaiting } : { sent, isWaiting })
    const reply = await sendPortfolioFile({ id, registrationId, file, isNoRecordingOfChild, onProgress, signal: controller.signal })
    if (controller.signal.aborted) return
    if ('refusal' in reply) return put(id, { problem: words(reply.refusal) })
    const now = lists.current
    onChange(
      [...now.files, reply.output],
      now.arriving.filter((one) => one.id !== id),
    )
  }
  return {
    running,
    begin: (id: Id, file: File, isDeclared: boolean) => {
      const controller = new AbortController()
      setRunning((before) => new Map(before).set(id, { file, controller, sent: 0, isWaiting: false, problem: undefined }))
      if (!arriving.some((one) => one.id === id)) onChange([...files], [...arriving, { id, name: file.name, size: file.size }])
      void send(id, file, isDeclared, controller)
    },
    cancel: (id: Id) => {
      running.get(id)?.controller.abort()
      void forgetUpload(id)
      onChange(
        [...files],
        arriving.filter((one) => one.id !== id),
      )
    },
  }
}

interface ArrivingProps {
  readonly one: ArrivingFile
  readonly running: Running | undefined
  readonly onCancel: () => void
  readonly onAgain: (file: File) => void
}

function Arriving({ one, running, onCancel, onAgain }: ArrivingProps) {
  const { t } = useLingui()
  const percent = running === undefined ? 0 : Math.floor((100 * running.sent) / one.size)
  return (
    <div className={styles.arriving}>
      <p>
        {one.name}, {sizeWords(one.size)}
      </p>
      {running === undefined && (
        <p className={styles.soft}>
          <Trans>Not all of it has arrived. Choose the same file again: it goes on where it was.</Trans>
        </p>
      )}
      {running !== undefined && running.problem === undefined && (
        <>
          <progress max={100} value={percent} aria-label={t`${one.name} is sent`} />
          <p className={styles.soft} role="status">
            {running.isWaiting ? <Trans>{percent} %. No network: it goes on by itself.</Trans> : <Trans>{percent} %</Trans>}
          </p>
        </>
      )}
      {running?.problem !== undefined && (
        <Notice kind="bad" isLive>
          {running.problem}
        </Notice>
      )}
      <p className={styles.acts}>
        {running?.problem !== undefined && (
          <Button size="small" onPress={() => onAgain(running.file)}>
            <Trans>Try again</Trans>
          </Button>
        )}
        <Button size="small" kind="quiet" onPress={onCancel}>
          {t`Cancel ${one.name}`}
        </Button>
      </p>
    </div>
  )
}
