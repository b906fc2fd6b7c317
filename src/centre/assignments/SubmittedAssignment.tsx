// What was submitted, to be read beside its criteria: each version, what changed since the one before, the declaration, the points to be discussed.
import { Trans, useLingui } from '@lingui/react/macro'
import { MessageCircleQuestion, Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { Columns, Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { DeclarationView } from '../evidence/DeclarationView.tsx'
import type { Registration } from '../registrations/contract.ts'
import { AssignmentText } from './AssignmentText.tsx'
import type { AssignmentHeading, AssignmentSubmission, DiscussionPoint } from './contract.ts'
import { DiscussionPoints } from './DiscussionPoints.tsx'
import type { LeafStanding } from './LeafChecklist.tsx'
import { MarkPoint } from './MarkPoint.tsx'
import { leavesOf } from './rules.ts'
import styles from './SubmittedAssignment.module.css'
import { WhatChanged } from './WhatChanged.tsx'

export interface SubmittedProps {
  readonly registration: Registration
  readonly headings: readonly AssignmentHeading[]
  readonly leaves: ReadonlyMap<string, LeafStanding>
  /** The last first; at least one. */
  readonly submissions: readonly AssignmentSubmission[]
  readonly points: readonly DiscussionPoint[]
  readonly party: 'candidate' | 'assessor' | 'reader'
}

export function SubmittedAssignment(props: SubmittedProps) {
  const { submissions, headings, leaves, party } = props
  const { t } = useLingui()
  const days = useDays()
  // The newest, also when it comes while one looks, until another is chosen.
  const [version, setVersion] = useState<number>()
  const [isComparing, setComparing] = useState(false)
  const at = Math.max(
    0,
    submissions.findIndex((one) => one.version === version),
  )
  const [shown, before] = [submissions[at], submissions[at + 1]]
  if (shown === undefined) return null
  return (
    <Columns>
      <Stack>
        <Head shown={shown}>
          <Row>
            {submissions.length > 1 && (
              <SelectField
                name="assignment-version"
                label={<Trans>Version</Trans>}
                options={submissions.map((one) => ({ id: String(one.version), label: t`${one.version}, ${days.moment(one.submittedAt)}` }))}
                value={String(shown.version)}
                onChange={(id) => setVersion(Number(id))}
              />
            )}
            {before !== undefined && (
              <Button aria-pressed={isComparing} onPress={() => setComparing(!isComparing)}>
                {isComparing ? <Trans>Show the text alone</Trans> : <Trans>Show what changed since version {before.version}</Trans>}
              </Button>
            )}
            <Button kind="quiet" icon={Printer} onPress={() => print()}>
              <Trans>Print</Trans>
            </Button>
          </Row>
        </Head>
        <div className={styles.text}>
          {isComparing && before !== undefined ? (
            <WhatChanged headings={headings} before={before} after={shown} />
          ) : (
            <AssignmentText
              record={shown.record}
              {...(party === 'assessor' ? { beside: (code) => <Mark {...props} shown={shown} code={code} /> } : {})}
            />
          )}
          <DeclarationView declaration={shown.record.declaration} byName={shown.submittedByName} level="h2" />
        </div>
      </Stack>
      <Stack>
        <Card title={<Trans>How it stands</Trans>}>
          <ul className={styles.leaves}>
            {leavesOf(headings).map((leaf) => (
              <li key={leaf}>
                <b>
                  {leaf} {leaves.get(leaf)?.name}
                </b>
                <br />
                {leaves.get(leaf)?.decided ?? <Trans>Not decided yet</Trans>}
              </li>
            ))}
          </ul>
        </Card>
        <DiscussionPoints registration={props.registration} points={props.points} />
      </Stack>
    </Columns>
  )
}

function Head({ shown, children }: { readonly shown: AssignmentSubmission; readonly children: ReactNode }) {
  const days = useDays()
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        <b>{shown.reference}</b> {shown.title}
      </p>
      <p className={styles.soft}>
        <Trans>
          Version {shown.version}, submitted {days.moment(shown.submittedAt)}, locked word for word
        </Trans>
      </p>
      <div className={styles.acts}>{children}</div>
    </div>
  )
}

function Mark({
  registration,
  headings,
  leaves,
  shown,
  code,
}: SubmittedProps & { readonly shown: AssignmentSubmission; readonly code: string }) {
  const [passage, setPassage] = useState<string>()
  const heading = headings.find((one) => one.code === code)
  if (heading === undefined) return null
  return (
    <>
      <Button kind="quiet" size="small" icon={MessageCircleQuestion} onPress={() => setPassage(String(getSelection() ?? '').trim())}>
        <Trans>Mark a point under {heading.label}</Trans>
      </Button>
      {passage !== undefined && (
        <MarkPoint
          registrationId={registration.id}
          submission={shown}
          heading={heading}
          leaves={leaves}
          passage={passage}
          onClose={() => setPassage(undefined)}
        />
      )}
    </>
  )
}
