// Proposing what to talk about: points, each with the criterion that it may show, in any unit that is between the same two.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import type { Registration } from '../registrations/contract.ts'
import { leafNames, useStandard } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import styles from './AgendaForm.module.css'
import { discussionReasons, useProposing } from './client.ts'
import type { AgendaPoint } from './contract.ts'
import { isEmptyPoint, unfinishedPoint } from './rules.ts'

interface AgendaFormProps {
  readonly registration: Registration
  readonly pack: StandardPack
  /** Further units that are between the same two. */
  readonly others: readonly Registration[]
  readonly onClose: () => void
}

export function AgendaForm({ registration, pack, others, onClose }: AgendaFormProps) {
  const { t } = useLingui()
  const { points, setPoints, change, problem, attempt, send } = useAgendaForm(registration, onClose)
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
          <ErrorSummary problems={problem === undefined ? [] : [problem]} attempt={attempt} />
          <p>
            <Trans>
              When the other one has agreed to it before you talk, it is a professional discussion. Without that it is questioning.
            </Trans>
          </p>
          {points.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point that is being written has nothing else to be known by
            <fieldset key={at} className={styles.point}>
              <legend>{t`Point ${at + 1}`}</legend>
              {others.length > 0 && (
                <SelectField
                  name={`unit-${at}`}
                  label={<Trans>Unit</Trans>}
                  options={[registration, ...others].map(({ id: unitId, unitNumber, unitTitle }) => ({
                    id: unitId,
                    label: `${unitNumber} ${unitTitle}`,
                  }))}
                  value={one.registrationId ?? registration.id}
                  onChange={(registrationId) => change(at, { registrationId, leaf: '' })}
                  width="full"
                />
              )}
              <LeafField
                name={`leaf-${at}`}
                pack={pack}
                other={others.find(({ id: unitId }) => unitId === one.registrationId)}
                value={one.leaf}
                onChange={(leaf) => change(at, { leaf })}
              />
              <Field
                name={`point-${at}`}
                label={<Trans>What to talk about</Trans>}
                maxLength={400}
                width="full"
                autoComplete="off"
                value={one.point}
                onChange={(point) => change(at, { point })}
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

function useAgendaForm(registration: Registration, onClose: () => void) {
  const { t } = useLingui()
  const propose = useProposing()
  const words = useRefusalWords(discussionReasons)
  const [id] = useState(newId)
  const [points, setPoints] = useState<readonly AgendaPoint[]>([{ leaf: '', point: '' }])
  const [problem, setProblem] = useState<Problem>()
  const [attempt, setAttempt] = useState(0)
  const change = (at: number, part: Partial<AgendaPoint>) =>
    setPoints(points.map((one, place) => (place === at ? { ...one, ...part } : one)))
  async function send() {
    const unfinished = unfinishedPoint(points)
    const written = points.filter((one) => !isEmptyPoint(one))
    const reply = unfinished === undefined ? await propose({ id, registrationId: registration.id, points: written }) : undefined
    if (reply !== undefined && !('refusal' in reply)) return onClose()
    const number = (unfinished ?? 0) + 1
    setProblem(
      reply === undefined
        ? { name: `point-${number - 1}`, message: t`Point ${number}: choose a criterion and say what to talk about` }
        : { message: words(reply.refusal) },
    )
    setAttempt((before) => before + 1)
  }
  return { points, setPoints, change, problem, attempt, send }
}

interface LeafFieldProps {
  readonly name: string
  readonly pack: StandardPack
  /** Another unit, whose criteria are asked for; undefined: the page's own. */
  readonly other: Registration | undefined
  readonly value: string
  readonly onChange: (leaf: string) => void
}

function LeafField({ name, pack, other, value, onChange }: LeafFieldProps) {
  const { t } = useLingui()
  const asked = useStandard(other?.packCode)
  const known = other === undefined ? pack : asked.state === 'answered' ? asked.answer : undefined
  return (
    <SelectField
      name={name}
      label={<Trans>Criterion</Trans>}
      placeholder={t`Choose a criterion`}
      options={[...(known === undefined ? [] : leafNames(known))].map(([code, label]) => ({ id: code, label: `${code} ${label}` }))}
      value={value}
      onChange={onChange}
      width="full"
    />
  )
}
