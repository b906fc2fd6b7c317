// Waiting for me: what others need from me, by kind and counted. Nothing is pushed; it stands here until it is done.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { decisionSaid } from '../../../school/handovers/HandoverWords.tsx'
import type { ShownSession } from '../../../school/sessions/contract.ts'
import type { Waiting } from '../../../school/today/contract.ts'
import { useDays } from '../../days.ts'
import { useActor } from '../../member.ts'
import { TextLink } from '../../ui/Button.tsx'
import { paths } from '../paths.ts'
import styles from './WaitingForMe.module.css'

interface WaitingForMeProps {
  readonly waiting: Waiting
  /** One's sessions, for their names. */
  readonly sessions: readonly ShownSession[]
}

export function WaitingForMe({ waiting, sessions }: WaitingForMeProps) {
  const kinds = useKinds(waiting, sessions).filter(({ lines }) => lines.length > 0)
  return (
    <section aria-labelledby="waiting-for-me" className={styles.sheet}>
      <h2 id="waiting-for-me">
        <Trans>Waiting for me</Trans>
      </h2>
      {kinds.length === 0 ? (
        <p className={styles.none}>
          <Trans>Nothing waits for you.</Trans>
        </p>
      ) : (
        kinds.map(({ name, title, lines }) => (
          <div key={name}>
            <h3 className={styles.kind}>{title}</h3>
            <ul className={styles.list}>
              {lines.map(({ key, href, words, about }) => (
                <li key={key} className={styles.line}>
                  <TextLink href={href}>{words}</TextLink>
                  <span className={styles.about}>{about}</span>
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly href: string
  readonly words: ReactNode
  readonly about: ReactNode
}

interface Kind {
  readonly name: string
  /** With the count: "2 briefs". */
  readonly title: ReactNode
  readonly lines: readonly Line[]
}

type Days = ReturnType<typeof useDays>

/** One function for each kind. */
function useKinds(waiting: Waiting, sessions: readonly ShownSession[]): readonly Kind[] {
  const days = useDays()
  const { t } = useLingui()
  const actor = useActor()
  const said = (one: Waiting['decisions'][number]) => decisionSaid(one, t)
  return [
    briefs(waiting, sessions, days),
    handovers(waiting.handovers, days, isClassroomStaff(actor)),
    decisions(waiting.decisions, days, said),
    actions(waiting.actions, days),
    advice(waiting.advice, days),
    agreements(waiting.agreements),
  ]
}

/** Questions to answer as a teacher, and lessons of today to ask about as a practitioner. */
function briefs({ briefs: questions, withoutBrief }: Waiting, sessions: readonly ShownSession[], days: Days): Kind {
  const asked = questions.map(({ sessionId, groupName, startedAt, askedByName }) => ({
    key: sessionId,
    href: paths.questions(sessionId),
    words: <Trans>Answer four questions on {groupName}</Trans>,
    about: (
      <Trans>
        {askedByName}, for {days.moment(startedAt)}
      </Trans>
    ),
  }))
  const missing = sessions
    .filter(({ id }) => withoutBrief.includes(id))
    .map(({ id, groupName, startsAt }) => ({
      key: id,
      href: paths.session(id, 'brief'),
      words: <Trans>Get a brief for {groupName}</Trans>,
      about: days.moment(startsAt),
    }))
  const lines = [...asked, ...missing]
  return { name: 'briefs', title: <Plural value={lines.length} one="# brief" other="# briefs" />, lines }
}

/** Only a teacher decides; a SENCO or subject lead is shown it. */
function handovers(waiting: Waiting['handovers'], days: Days, canDecide: boolean): Kind {
  const calm = (groupName: string) => (canDecide ? <Trans>Read and decide: {groupName}</Trans> : <Trans>Read: {groupName}</Trans>)
  return {
    name: 'handovers',
    title: <Plural value={waiting.length} one="# handover" other="# handovers" />,
    lines: waiting.map(({ id, groupName, sentByName, sentAt, isUrgent }) => ({
      key: id,
      href: paths.handover(id),
      words: isUrgent ? <Trans>Read at once: {groupName}</Trans> : calm(groupName),
      about: (
        <Trans>
          {sentByName}, {days.moment(sentAt)}
        </Trans>
      ),
    })),
  }
}

/** What one said one would do next. */
function actions(waiting: Waiting['actions'], days: Days): Kind {
  return {
    name: 'actions',
    title: <Plural value={waiting.length} one="# next action" other="# next actions" />,
    lines: waiting.map(({ id, sessionId, wording, groupName, dueOn }) => ({
      key: id,
      href: paths.session(sessionId, 'hand-over'),
      words: wording,
      about: dueOn === null ? <Trans>{groupName}, next session</Trans> : `${groupName}, ${days.day(dueOn)}`,
    })),
  }
}

/** What the teacher decided on one's own handovers. */
function decisions(waiting: Waiting['decisions'], days: Days, said: (one: Waiting['decisions'][number]) => string): Kind {
  return {
    name: 'decisions',
    title: <Plural value={waiting.length} one="# decision" other="# decisions" />,
    lines: waiting.map((one) => {
      const words = said(one)
      const { groupName } = one
      return {
        key: one.handoverId,
        href: paths.handover(one.handoverId),
        words: (
          <Trans>
            {words}: {groupName}
          </Trans>
        ),
        about: (
          <Trans>
            {one.decidedByName}, {days.moment(one.decidedAt)}
          </Trans>
        ),
      }
    }),
  }
}

function advice(questions: Waiting['advice'], days: Days): Kind {
  return {
    name: 'advice',
    title: <Plural value={questions.length} one="# question to the subject lead" other="# questions to the subject lead" />,
    lines: questions.map(({ groupId, groupName, askedByName, askedAt }) => ({
      key: groupId,
      href: paths.advice,
      words: <Trans>Advise on {groupName}</Trans>,
      about: (
        <Trans>
          {askedByName}, {days.moment(askedAt)}
        </Trans>
      ),
    })),
  }
}

function agreements(waiting: Waiting['agreements']): Kind {
  return {
    name: 'agreements',
    title: <Plural value={waiting.length} one="# agreement" other="# agreements" />,
    lines: waiting.map(({ groupId, groupName, colleagueName, waitsFor }) => ({
      key: `${groupId} ${colleagueName}`,
      href: paths.agreement(groupId),
      words: <Trans>Who does what: {groupName}</Trans>,
      about:
        waitsFor === 'signature' ? (
          <Trans>{colleagueName} waits for you to agree</Trans>
        ) : (
          <Trans>With {colleagueName}, due for review</Trans>
        ),
    })),
  }
}
