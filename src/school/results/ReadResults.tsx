// Reading results in: a pasted table or a file, looked through row by row before anything is kept.
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { dayOf } from '../../core/time.ts'
import { Button } from '../../web/ui/Button.tsx'
import { TextAreaField } from '../../web/ui/Field.tsx'
import { FileField } from '../../web/ui/FileField.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { keepResults } from './client.ts'
import { ResultPreview } from './ResultPreview.tsx'
import { mostRows, readResults } from './rules.ts'

interface ReadResultsProps {
  /** Whom a row may name. */
  readonly learners: readonly { readonly id: string; readonly name: string }[]
}

/** More letters are no table of results. */
const longestText = 200_000

export function ReadResults({ learners }: ReadResultsProps) {
  const [text, setText] = useState('')
  const [leftOut, setLeftOut] = useState<readonly number[]>([])
  const [kept, setKept] = useState<number>()
  const read = readResults(text, learners, dayOf(new Date()))
  const rows = read.filter(({ row }) => !leftOut.includes(row))
  const wrong = rows.filter(({ problems }) => problems.length > 0)
  const change = (pasted: string) => {
    setText(pasted.slice(0, longestText))
    setLeftOut([])
    setKept(undefined)
  }
  const keep = async () => {
    await keepResults(rows)
    change('')
    setKept(rows.length)
  }
  return (
    <Stack>
      {kept !== undefined && (
        <Notice kind="ok" isLive>
          <Plural value={kept} one="# result is kept" other="# results are kept" />
        </Notice>
      )}
      <TextAreaField
        name="results"
        label={<Trans>Paste a table</Trans>}
        hint={<Trans>Learner, subject, name of the test, date, result: with these headings, or in this order.</Trans>}
        value={text}
        onChange={change}
        rows={5}
        width="full"
        spellCheck={false}
      />
      <ChooseFile onChosen={change} />
      {rows.length > mostRows && (
        <Notice kind="bad" isLive>
          <Trans>That is more than {mostRows} rows. Read them in by class.</Trans>
        </Notice>
      )}
      {rows.length > 0 && rows.length <= mostRows && (
        <>
          <ResultPreview rows={rows} learners={learners} onLeaveOut={(row) => setLeftOut([...leftOut, row])} />
          {wrong.length > 0 ? (
            <Notice kind="warn">
              <Plural
                value={wrong.length}
                one="# row can’t be kept as it is. Mend it above, or leave it out."
                other="# rows can’t be kept as they are. Mend them above, or leave them out."
              />
            </Notice>
          ) : (
            <Button kind="primary" onPress={() => void keep()}>
              <Plural value={rows.length} one="Keep # result" other="Keep # results" />
            </Button>
          )}
        </>
      )}
    </Stack>
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
