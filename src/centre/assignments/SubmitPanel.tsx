// Submitting an assignment: which criteria it may show, that it is one’s own, who helped, which AI was used for what.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import type { Declaration } from '../../core/sources.ts'
import { problemsOf } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { CriterionChip } from '../../web/ui/CriterionChip.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary, type Problem } from '../../web/ui/ErrorSummary.tsx'
import { CheckboxField, Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { assignmentReasons, useSubmitting } from './client.ts'
import type { AssignmentContent, AssignmentHeading } from './contract.ts'
import type { LeafStanding } from './LeafChecklist.tsx'
import { coverageOf, leavesOf } from './rules.ts'
import { SourceFaultsView } from './SourceList.tsx'
import styles from './SubmitPanel.module.css'

interface SubmitPanelProps {
  readonly registrationId: Id
  readonly headings: readonly AssignmentHeading[]
  readonly leaves: ReadonlyMap<string, LeafStanding>
  readonly content: AssignmentContent
  /** Whether something was submitted before: then this is a further version. */
  readonly isAgain: boolean
  /** What was declared of the last version: filled in, but for the word that it is one's own, which is given anew each time. */
  readonly declared: Declaration | undefined
  readonly onSubmitted: () => void
}

export function SubmitPanel(props: SubmitPanelProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" icon={Send} onPress={() => setOpen(true)}>
        {props.isAgain ? <Trans>Submit a new version</Trans> : <Trans>Submit</Trans>}
      </Button>
      {isOpen && <SubmitDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const blank: Declaration = { isOwnWork: false, hadHelp: false, help: '', usedAi: false, ai: [] }

function SubmitDialog({ onClose, ...props }: SubmitPanelProps & { readonly onClose: () => void }) {
  const { registrationId, headings, leaves, content, declared, onSubmitted } = props
  const all = leavesOf(headings)
  const [picked, setPicked] = useState(() => all.filter((leaf) => coverageOf(content, leaf) === 'covered'))
  const [declaration, setDeclaration] = useState<Declaration>(declared === undefined ? blank : { ...declared, isOwnWork: false })
  const [problems, setProblems] = useState<{ readonly list: readonly Problem[]; readonly attempt: number }>({ list: [], attempt: 0 })
  const [isSending, setSending] = useState(false)
  const words = useRefusalWords(assignmentReasons)
  const [id] = useState(newId)
  const submit = useSubmitting()
  const send = async () => {
    setSending(true)
    const reply = await submit({ id, registrationId, content, leaves: [...picked], declaration })
    setSending(false)
    if ('refusal' in reply) {
      setProblems(({ attempt }) => ({ list: problemsOf(reply.refusal, words, fieldNames), attempt: attempt + 1 }))
      return
    }
    onClose()
    onSubmitted()
  }
  return (
    <Dialog isOpen title={<Trans>Submit your assignment</Trans>} onClose={onClose} size="large">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSending) void send()
        }}
      >
        <Stack gap="form">
          <ErrorSummary problems={problems.list} attempt={problems.attempt} />
          <p className={styles.soft}>
            <Trans>What you submit is locked, word for word. You can write on and submit a new version later.</Trans>
          </p>
          {declared !== undefined && (
            <p className={styles.soft}>
              <Trans>
                What you declared last time is filled in: change what is different now. Decisions on headings that you left as they were
                stand as long as you declare the same.
              </Trans>
            </p>
          )}
          <SourceFaultsView content={content} headings={headings} />
          <fieldset className={styles.leaves}>
            <legend>
              <Trans>It shows</Trans>
            </legend>
            {all.map((leaf) => (
              <CriterionChip
                key={leaf}
                leaf={leaf}
                name={leaves.get(leaf)?.name ?? ''}
                isNameSeen
                isPicked={picked.includes(leaf)}
                onPick={(isPicked) => setPicked(isPicked ? [...picked, leaf] : picked.filter((one) => one !== leaf))}
              />
            ))}
          </fieldset>
          <DeclarationFields declaration={declaration} change={setDeclaration} />
          <Button kind="primary" type="submit" isPending={isSending}>
            <Trans>Submit to my assessor</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

const fieldNames = {
  'declaration.isOwnWork': 'declared-own',
  'declaration.help': 'declared-help',
  'declaration.ai': 'ai-tool-0',
}

interface DeclarationFieldsProps {
  readonly declaration: Declaration
  readonly change: (declaration: Declaration) => void
}

function DeclarationFields({ declaration, change }: DeclarationFieldsProps) {
  const put = (part: Partial<Declaration>) => change({ ...declaration, ...part })
  return (
    <fieldset className={styles.declaration}>
      <legend>
        <Trans>Declaration</Trans>
      </legend>
      <CheckboxField
        name="declared-own"
        label={<Trans>It is my own work, in my own words. Words of others are marked.</Trans>}
        isChecked={declaration.isOwnWork}
        onChange={(isOwnWork) => put({ isOwnWork })}
      />
      <CheckboxField
        name="declared-helped"
        label={<Trans>Somebody helped me</Trans>}
        isChecked={declaration.hadHelp}
        onChange={(hadHelp) => put({ hadHelp, help: hadHelp ? declaration.help : '' })}
      />
      {declaration.hadHelp && (
        <TextAreaField
          name="declared-help"
          label={<Trans>Who, and with what</Trans>}
          maxLength={1_000}
          width="full"
          value={declaration.help}
          onChange={(help) => put({ help })}
        />
      )}
      <CheckboxField
        name="declared-ai"
        label={<Trans>I used an AI tool</Trans>}
        isChecked={declaration.usedAi}
        onChange={(usedAi) => put({ usedAi, ai: usedAi ? [{ tool: '', usedFor: '' }] : [] })}
      />
      {declaration.usedAi && <AiFields ai={declaration.ai} change={(ai) => put({ ai })} />}
    </fieldset>
  )
}

function AiFields({ ai, change }: { readonly ai: Declaration['ai']; readonly change: (ai: Declaration['ai']) => void }) {
  const { t } = useLingui()
  const put = (place: number, part: Partial<Declaration['ai'][number]>) =>
    change(ai.map((one, at) => (at === place ? { ...one, ...part } : one)))
  return (
    <>
      {ai.map(({ tool, usedFor }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tool has no name before it is written, and none changes its place
        <div key={place} className={styles.pair}>
          <Field
            name={`ai-tool-${place}`}
            label={t`Which tool`}
            maxLength={120}
            autoComplete="off"
            value={tool}
            onChange={(text) => put(place, { tool: text })}
          />
          <Field
            name={`ai-use-${place}`}
            label={t`What for`}
            maxLength={500}
            autoComplete="off"
            width="full"
            value={usedFor}
            onChange={(text) => put(place, { usedFor: text })}
          />
        </div>
      ))}
      {ai.length < 12 && (
        <Button kind="quiet" size="small" icon={Plus} onPress={() => change([...ai, { tool: '', usedFor: '' }])}>
          <Trans>Another tool</Trans>
        </Button>
      )}
    </>
  )
}
