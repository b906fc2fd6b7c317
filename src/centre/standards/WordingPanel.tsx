// Whether the centre has a unit's official wording, from where, and all loadings; the administrator loads and takes back.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileInput } from 'lucide-react'
import { useState } from 'react'
import type { Parsed } from '../../core/contract.ts'
import { useDays } from '../../web/days.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { useTakeBackWording, wordingReasons } from './client.ts'
import type { officialWordingShow, StandardPack } from './contract.ts'
import { LoadWording } from './LoadWording.tsx'
import { takeBackRefusal } from './rules.ts'
import styles from './WordingPanel.module.css'

type Shown = Parsed<typeof officialWordingShow.output>

export function WordingPanel({ pack, shown: { wording, loadings } }: { readonly pack: StandardPack; readonly shown: Shown }) {
  const [isLoading, setLoading] = useState(false)
  const days = useDays()
  return (
    <Stack>
      {wording === null ? (
        <Notice kind="warn" title={<Trans>The official wording is not loaded</Trans>}>
          <Trans>Everything works with our short labels, but no unit can be signed off before the official wording is here.</Trans>
        </Notice>
      ) : (
        <p>
          <Trans>
            In use: {wording.source}, loaded by {wording.loadedByName} {days.moment(wording.loadedAt)}.
          </Trans>
        </p>
      )}
      {loadings.length > 0 && (
        <ul className={styles.loadings}>
          {loadings.map((loading) => (
            <Loading key={loading.id} loading={loading} />
          ))}
        </ul>
      )}
      {pack.leaves.length > 0 && (
        <div>
          <Button icon={FileInput} onPress={() => setLoading(true)}>
            {wording === null ? <Trans>Load the official wording</Trans> : <Trans>Load a newer wording</Trans>}
          </Button>
        </div>
      )}
      {isLoading && <LoadWording pack={pack} onClose={() => setLoading(false)} />}
    </Stack>
  )
}

function Loading({ loading }: { readonly loading: Shown['loadings'][number] }) {
  const { t } = useLingui()
  const days = useDays()
  const takeBack = useTakeBackWording()
  const words = useRefusalWords(wordingReasons)
  const { id, number, source, loadedAt, loadedByName, takenBackAt, takenBackByName, isSigned } = loading
  const canTakeBack = takeBackRefusal({ isTakenBack: takenBackAt !== null, isSigned }) === undefined
  return (
    <li className={styles.loading}>
      <div>
        <b>
          <Trans>Loading {number}</Trans>
        </b>
        <p>
          <Trans>
            {source}. {loadedByName}, {days.moment(loadedAt)}
          </Trans>
        </p>
        {takenBackAt !== null && (
          <p className={styles.soft}>
            <Trans>
              Taken back by {takenBackByName ?? ''}, {days.moment(takenBackAt)}
            </Trans>
          </p>
        )}
        {isSigned && (
          <p className={styles.soft}>
            <Trans>A unit was signed under it, so it stays.</Trans>
          </p>
        )}
        {takeBack.refusal !== undefined && <Notice kind="bad">{words(takeBack.refusal)}</Notice>}
      </div>
      {canTakeBack && (
        <Button size="small" kind="quiet" aria-label={t`Take back: loading ${number}`} onPress={() => void takeBack.send({ id })}>
          <Trans>Take back</Trans>
        </Button>
      )}
    </li>
  )
}
