// Erase a witness's name: what goes, what stays and why; a reason, the name typed. It can't be undone.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Id, newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { isTypedName } from '../../web/typed.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, SelectField } from '../../web/ui/Field.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { erasureReasonWords } from '../witnesses/client.ts'
import { WitnessErasureReason, WitnessName } from '../witnesses/contract.ts'
import { erasureReasons, type Preview, useEraseWitness, useErasurePreview } from './client.ts'
import styles from './EraseWitness.module.css'

interface EraseWitnessProps {
  readonly witness: { readonly id: Id; readonly name: string; readonly ended: unknown }
  readonly onClose: () => void
}

export function EraseWitness({ witness: { id, name, ended }, onClose }: EraseWitnessProps) {
  const [isErased, setErased] = useState(false)
  const asked = useErasurePreview(isErased ? undefined : id)
  return (
    <Dialog isOpen title={<Trans>Erase the name of {name}</Trans>} onClose={onClose}>
      {isErased ? (
        <Done onClose={onClose} />
      ) : (
        <AskedView asked={asked}>
          {(preview) =>
            preview.openUnits.length > 0 ? (
              <NotYet preview={preview} isEnded={ended !== null} onClose={onClose} />
            ) : (
              <Stack>
                <Goes preview={preview} />
                <EraseForm witnessId={id} preview={preview} onErased={() => setErased(true)} onClose={onClose} />
              </Stack>
            )
          }
        </AskedView>
      )}
    </Dialog>
  )
}

interface NotYetProps {
  readonly preview: Preview
  readonly isEnded: boolean
  readonly onClose: () => void
}

function NotYet({ preview: { name, openUnits }, isEnded, onClose }: NotYetProps) {
  return (
    <Stack>
      <Notice kind="warn" title={<Trans>Not yet: a unit rests on a statement of {name}</Trans>}>
        <ul>
          {openUnits.map(({ registrationId, unitNumber, unitTitle }) => (
            <li key={registrationId}>
              <Trans>
                Unit {unitNumber}, {unitTitle}, is not claimed yet.
              </Trans>
            </li>
          ))}
        </ul>
      </Notice>
      <p>
        <Trans>Until the claim, assessor and verifiers must be able to go back to the witness. Erase the name afterwards.</Trans>{' '}
        {!isEnded && (
          <Trans>
            <b>End</b> deletes contact and fingerprints at once.
          </Trans>
        )}
      </p>
      <Row>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
      </Row>
    </Stack>
  )
}

/** Said before, so that nobody erases more, or less, than they mean to. */
function Goes({ preview: { candidateName, statements, plans, events } }: { readonly preview: Preview }) {
  return (
    <>
      <section>
        <h3>
          <Trans>What goes, for good</Trans>
        </h3>
        <ul className={styles.list}>
          <li>
            <Trans>Name, role, relationship and qualifications in the register for {candidateName}</Trans>
          </li>
          <li>
            <Trans>The contact, the fingerprints of network and browser, and every open link</Trans>
          </li>
          <li>
            <Trans>What was written about inductions, approvals and endings</Trans>
          </li>
          {events > 0 && (
            <li>
              <Plural value={events} one="# line of the audit trail, emptied" other="# lines of the audit trail, emptied" />
            </li>
          )}
        </ul>
      </section>
      <section>
        <h3>
          <Trans>What stays, and why</Trans>
        </h3>
        <ul className={styles.list}>
          <li>
            <Trans>Who approved the witness, and when: it shows why a statement counted.</Trans>
          </li>
          {statements > 0 && (
            <li>
              <Plural
                value={statements}
                one="# signed statement: it is the candidate’s evidence."
                other="# signed statements: they are the candidate’s evidence."
              />
            </li>
          )}
          {plans > 0 && (
            <li>
              <Plural value={plans} one="# plan that names the witness." other="# plans that name the witness." />
            </li>
          )}
          {statements + plans > 0 && (
            <li>
              <Trans>
                Statements and plans are shown without the name. It stays in the bytes that were signed, and so beside the signatures in a
                portfolio’s file: without it nobody could check them any more.
              </Trans>
            </li>
          )}
          <li>
            <Trans>An entry for another candidate: erase it by itself.</Trans>
          </li>
          <li>
            <Trans>What others wrote in their own words, and files: nobody looks through them for the name.</Trans>
          </li>
        </ul>
      </section>
    </>
  )
}

interface EraseFormProps {
  readonly witnessId: Id
  readonly preview: Preview
  readonly onErased: () => void
  readonly onClose: () => void
}

function EraseForm({ witnessId, preview: { name }, onErased, onClose }: EraseFormProps) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const erase = useEraseWitness()
  const words = useRefusalWords(erasureReasons)
  const wanted = t`Type the name as it stands: ${name}`
  const form = useForm({
    reason: { shape: WitnessErasureReason, wanted: t`Choose why` },
    typed: { shape: WitnessName, wanted },
  })
  const send = form.submit(async ({ reason, typed }) => {
    if (!isTypedName(typed, name)) return [{ name: 'typed', message: wanted }]
    const reply = await erase({ id, witnessId, reason })
    if ('refusal' in reply) return problemsOf(reply.refusal, words)
    onErased()
    return undefined
  })
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          {...form.field('reason')}
          label={<Trans>Why</Trans>}
          options={WitnessErasureReason.options.map((reason) => ({ id: reason, label: t(erasureReasonWords[reason]) }))}
          placeholder={t`Choose`}
        />
        <Field
          {...form.field('typed')}
          label={<Trans>Type {name} to erase the name</Trans>}
          hint={<Trans>Nobody can undo it.</Trans>}
          autoComplete="off"
          spellCheck={false}
        />
        <Row>
          <Button kind="primary" type="submit" isPending={form.isSending}>
            <Trans>Erase for good</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

function Done({ onClose }: { readonly onClose: () => void }) {
  return (
    <Stack>
      <Notice kind="ok" isLive title={<Trans>The name is erased</Trans>}>
        <Trans>
          Backups from before still hold it until they are deleted. A restore with the list of erasures erases it again; whoever runs
          Evident keeps that list up to date.
        </Trans>
      </Notice>
      <Row>
        <Button kind="primary" onPress={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Row>
    </Stack>
  )
}
