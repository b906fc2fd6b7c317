// The skill scan: for each criterion one tap, and a line where one wants to say more. Each answer is kept at once.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { leafNames } from '../standards/client.ts'
import type { StandardPack } from '../standards/contract.ts'
import { answerWords, candidateReasons, useSayScan } from './client.ts'
import { type Introduction, ScanAnswer } from './contract.ts'

interface ScanFormProps {
  readonly registrationId: Id
  readonly pack: StandardPack
  readonly said: Introduction['scan']
  readonly onClose: () => void
}

export function ScanForm({ registrationId, pack, said, onClose }: ScanFormProps) {
  const names = leafNames(pack)
  return (
    <Dialog
      isOpen
      title={<Trans>Skill scan</Trans>}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <Stack>
        <p>
          <Trans>It helps to plan. It is never evidence, and you can change it.</Trans>
        </p>
        {pack.leaves.map(({ code }) => (
          <ScanLine
            key={code}
            registrationId={registrationId}
            leaf={code}
            name={names.get(code) ?? ''}
            said={said.find(({ leaf }) => leaf === code)}
          />
        ))}
      </Stack>
    </Dialog>
  )
}

interface ScanLineProps {
  readonly registrationId: Id
  readonly leaf: string
  readonly name: string
  readonly said: Introduction['scan'][number] | undefined
}

function ScanLine({ registrationId, leaf, name, said }: ScanLineProps) {
  const { t } = useLingui()
  const say = useSayScan()
  const refusalWords = useRefusalWords(candidateReasons)
  const [answer, setAnswer] = useState<ScanAnswer | undefined>(said?.answer)
  const [words, setWords] = useState(said?.words ?? '')
  const [problem, setProblem] = useState<string>()
  const keep = async (chosen: ScanAnswer | undefined, line: string) => {
    if (chosen === undefined) return
    const reply = await say({ id: newId(), registrationId, leaf, answer: chosen, words: line })
    setProblem('refusal' in reply ? refusalWords(reply.refusal) : undefined)
  }
  const choose = (chosen: ScanAnswer | undefined) => {
    setAnswer(chosen)
    void keep(chosen, words)
  }
  return (
    <Stack gap="small">
      <ChipGroup
        label={`${leaf} ${name}`}
        look="joined"
        chips={ScanAnswer.options.map((id) => ({ id, label: t(answerWords[id]) }))}
        value={answer}
        onChange={choose}
        isNeeded
      />
      {answer !== undefined && (
        <Field
          name={`scan-${leaf}`}
          label={<Trans>A line on {leaf}</Trans>}
          isOptional
          maxLength={300}
          width="full"
          value={words}
          onChange={setWords}
          onBlur={() => {
            if (words !== (said?.words ?? '')) void keep(answer, words)
          }}
        />
      )}
      {problem !== undefined && (
        <Notice kind="bad" isLive>
          {problem}
        </Notice>
      )}
    </Stack>
  )
}
