// Loading official wording: where it is from, the words pasted or from a file, and what would be kept of them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { newId } from '../../core/ids.ts'
import { problemsOf, useForm } from '../../web/form.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { ErrorSummary } from '../../web/ui/ErrorSummary.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { FileField } from '../../web/ui/FileField.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { readPastedWording, useLoadWording, wordingReasons } from './client.ts'
import { officialWordingLoad, type StandardPack } from './contract.ts'
import styles from './LoadWording.module.css'
import { WordingPreview } from './WordingPreview.tsx'

/** More letters are no unit. */
const longestText = 200_000

export function LoadWording({ pack, onClose }: { readonly pack: StandardPack; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [id] = useState(newId)
  const [pasted, setPasted] = useState('')
  const read = useMemo(() => readPastedWording(pack, pasted), [pack, pasted])
  const load = useLoadWording()
  const words = useRefusalWords(wordingReasons)
  const form = useForm({ source: { shape: officialWordingLoad.input.shape.source, wanted: t`Say where the wording is from` } })
  const change = (text: string) => setPasted(text.slice(0, longestText))
  const hasTrouble = read.rows.some(({ trouble }) => trouble !== undefined)
  const isWhole = read.rows.length > 0 && !hasTrouble && read.missing.length === 0
  const send = form.submit(async ({ source }) => {
    if (!isWhole) return [{ name: 'wording', message: t`Mend the rows first: each criterion needs its words, once.` }]
    const lines = read.rows.map(({ code, text }) => ({ code, text }))
    const reply = await load({ id, packCode: pack.code, packVersion: pack.version, source, lines })
    if ('refusal' in reply) return problemsOf(reply.refusal, words, { lines: 'wording' })
    onClose()
    return undefined
  })
  return (
    <Dialog isOpen size="large" isDismissable={pasted === ''} title={<Trans>Load the official wording</Trans>} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <Stack gap="form">
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
          <p>
            <Trans>
              Load only what your centre is licensed to use. It stands beside our short labels for the people of this centre, and nobody
              else sees it.
            </Trans>
          </p>
          <Field
            {...form.field('source')}
            label={<Trans>Where is it from?</Trans>}
            hint={<Trans>As your licence has it: the handbook, its number, its date.</Trans>}
            maxLength={200}
            width="full"
          />
          <TextAreaField
            name="wording"
            label={<Trans>Paste the wording</Trans>}
            hint={<Trans>A row for each criterion: its code, then its words. From a spreadsheet or a document.</Trans>}
            error={form.problems.find(({ name }) => name === 'wording')?.message}
            value={pasted}
            onChange={change}
            rows={6}
            width="full"
            spellCheck={false}
          />
          <ChooseFile onChosen={change} />
          {read.rows.length > 0 && <WordingPreview pack={pack} read={read} />}
          <div className={styles.acts}>
            <Button kind="primary" type="submit" isPending={form.isSending}>
              <Trans>Keep this wording</Trans>
            </Button>
            <Button onPress={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  )
}

function ChooseFile({ onChosen }: { readonly onChosen: (text: string) => void }) {
  return (
    <FileField
      label={<Trans>Or choose a CSV file</Trans>}
      accept=".csv,.tsv,.txt,text/csv"
      isReadAtOnce
      onChoose={(file) => void file.slice(0, longestText).text().then(onChosen)}
    />
  )
}
