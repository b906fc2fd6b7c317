// A subject lead's advice in a group's briefs: two headings, who said it and when; ask the lead, or write down what was told.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp, EllipsisVertical, Pencil, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { useDays } from '../../web/days.ts'
import { AskedView } from '../../web/ui/AskedView.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Menu } from '../../web/ui/Menu.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { AdviceForm, useHeadingWords } from './AdviceForm.tsx'
import {
  type AdviceDraft,
  askLead,
  emptyAdvice,
  keepAdvice,
  type Lead,
  type ShownAdvice,
  takeAdviceAway,
  useAdvice,
  useLeads,
} from './client.ts'
import { AdviceHeading, type AdviceQuestion } from './contract.ts'
import styles from './GroupAdvice.module.css'

interface GroupAdviceProps {
  readonly groupId: Id
  readonly subject: string
  /** Given names of the group's learners. */
  readonly names: readonly string[]
  readonly canWrite: boolean
}

export function GroupAdvice({ groupId, subject, names, canWrite }: GroupAdviceProps) {
  const leads = useLeads()
  const asked = useAdvice(groupId, leads)
  return (
    <Card title={<Trans>From the subject lead</Trans>}>
      <AskedView asked={asked} isAgeSaid>
        {({ advice, questions }) => (
          <Shown
            groupId={groupId}
            subject={subject}
            names={names}
            canWrite={canWrite}
            advice={advice}
            questions={questions}
            leads={leads}
          />
        )}
      </AskedView>
    </Card>
  )
}

type Waiting = Pick<AdviceQuestion, 'leadId' | 'leadName' | 'askedByName' | 'askedAt'>

interface ShownProps extends GroupAdviceProps {
  readonly advice: readonly ShownAdvice[]
  readonly questions: readonly Waiting[]
  readonly leads: readonly Lead[]
}

function Shown({ groupId, subject, names, canWrite, advice, questions, leads }: ShownProps) {
  const { t } = useLingui()
  const headings = useHeadingWords()
  const [writing, setWriting] = useState<{ readonly draft: AdviceDraft; readonly before?: ShownAdvice }>()
  const start = () => setWriting({ draft: emptyAdvice('assessment', leads[0]?.name ?? '', t`${subject} lead`) })
  const keep = (draft: AdviceDraft) => {
    void keepAdvice(groupId, [draft], writing?.before)
    setWriting(undefined)
  }
  if (writing !== undefined) {
    return <AdviceForm draft={writing.draft} names={names} onKeep={keep} onCancel={() => setWriting(undefined)} />
  }
  return (
    <div className={styles.advice}>
      {AdviceHeading.options.map((heading) => (
        <section key={heading} className={styles.heading}>
          <h3 className={styles.title}>{headings[heading]}</h3>
          <Said
            advice={advice.filter((one) => one.heading === heading)}
            onChange={canWrite ? (before) => setWriting({ draft: before, before }) : undefined}
          />
        </section>
      ))}
      {questions.map((question) => (
        <Asked key={question.leadId} groupId={groupId} question={question} canWrite={canWrite} />
      ))}
      {canWrite && (
        <div className={styles.acts}>
          {leads
            .filter(({ id }) => questions.every(({ leadId }) => leadId !== id))
            .slice(0, 3)
            .map(({ id, name }) => (
              <Button key={id} size="small" icon={CircleHelp} onPress={() => void askLead(groupId, id, true)}>
                <Trans>Ask {name}</Trans>
              </Button>
            ))}
          <Button size="small" kind="quiet" icon={Plus} onPress={start}>
            <Trans>Write down what was said</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}

interface SaidProps {
  readonly advice: readonly ShownAdvice[]
  readonly onChange: ((advice: ShownAdvice) => void) | undefined
}

function Said({ advice, onChange }: SaidProps) {
  const { t } = useLingui()
  if (advice.length === 0) {
    return (
      <p className={styles.from}>
        <Trans>Nothing said yet</Trans>
      </p>
    )
  }
  return (
    <ul className={styles.list}>
      {advice.map((one) => (
        <li key={one.id} className={styles.entry}>
          <p className={styles.words}>{one.words}</p>
          <From advice={one} />
          {onChange !== undefined && (
            <div className={styles.corner}>
              <Menu
                label={t`More for: ${one.words}`}
                icon={EllipsisVertical}
                isLabelHidden
                acts={[
                  { id: 'change', label: t`Change`, icon: Pencil, onAction: () => onChange(one) },
                  { id: 'take-away', label: t`Take away`, icon: X, onAction: () => void takeAdviceAway(one) },
                ]}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function From({ advice: { saidBy, saidRole, saidOn, isWaiting } }: { readonly advice: ShownAdvice }) {
  const { day } = useDays()
  const when = day(saidOn)
  return (
    <p className={styles.from}>
      {saidBy}, {saidRole}, {when}
      {isWaiting && (
        <>
          {'. '}
          <Trans>Not sent yet</Trans>
        </>
      )}
    </p>
  )
}

function Asked({ groupId, question, canWrite }: { readonly groupId: Id; readonly question: Waiting; readonly canWrite: boolean }) {
  const { moment } = useDays()
  const { leadId, leadName, askedByName, askedAt } = question
  const when = moment(askedAt)
  return (
    <p className={styles.from}>
      <Trans>
        {askedByName} asked {leadName}, {when}.
      </Trans>{' '}
      {canWrite && (
        <Button size="small" kind="quiet" onPress={() => void askLead(groupId, leadId, false)}>
          <Trans>Ask no longer</Trans>
        </Button>
      )}
    </p>
  )
}
