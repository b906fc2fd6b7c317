// Proposing what to talk about: points, each with the criterion that it may show.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { leafNames } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import styles from './AgendaForm.module.css'
import { discussionReasons, useProposing } from './client.ts'
import type { AgendaPoint } from './contract.ts'

interface AgendaFormProps {
  readonly registrationId: Id
  readonly pack: StandardPack
  readonly onClose: () => void
}

export function AgendaForm({ registrationId, pack, onClose }: AgendaFormProps) {
  const { t } = useLingui()
  const propose = useProposing()
  const words = useRefusalWords(discussionReasons)
  const [id] = useState(newId)
  const [points, setPoints] = useState<readonly AgendaPoint[]>([{ leaf: '', point: '' }])
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const change = (at: number, part: Partial<AgendaPoint>) =>
    setPoints(points.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const options = [...leafNames(pack)].map(([code, name]) => ({ id: code, label: `${code} ${name}` }))
  async function send() {
    const whole = points.filter(({ leaf, point }) => leaf !== '' && point.trim().length >= 3)
    const reply = whole.length === 0 ? undefined : await propose({ id, registrationId, points: [...whole] })
    if (reply !== undefined && !('refusal' in reply)) return onClose()
    setProblem(reply === undefined ? t`Choose a criterion and say what to talk about` : words(reply.refusal))
    setAttempt((before) => before + 1)
  }
  return (
    <Dialog isOpen title={<Trans>Plan a discussion</Trans>} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="form">
          <ErrorSummary problems={problem === undefined ? [] : [{ message: problem }]} attempt={attempt} />
          <p>
            <Trans>
              When the other one has agreed to it before you talk, it is a professional discussion. Without that it is questioning.
            </Trans>
          </p>
          {points.map(({ leaf, point }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point that is being written has nothing else to be known by
            <fieldset key={at} className={styles.point}>
              <legend>{t`Point ${at + 1}`}</legend>
              <SelectField
                name={`leaf-${at}`}
                label={<Trans>Criterion</Trans>}
                placeholder={t`Choose a criterion`}
                options={options}
                value={leaf}
                onChange={(code) => change(at, { leaf: code })}
                width="full"
              />
              <Field
                name={`point-${at}`}
                label={<Trans>What to talk about</Trans>}
                maxLength={400}
                width="full"
                autoComplete="off"
                value={point}
                onChange={(text) => change(at, { point: text })}
              />
            </fieldset>
          ))}
          <Button icon={Plus} onPress={() => setPoints([...points, { leaf: '', point: '' }])}>
            <Trans>Another point</Trans>
          </Button>
          <Button kind="primary" type="submit">
            <Trans>Propose this agenda</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
